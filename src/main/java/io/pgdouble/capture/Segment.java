package io.pgdouble.capture;

/**
 * One TCP segment.
 *
 * @param from address and port
 * @param to address and port
 * @param sequence of its first byte
 * @param flags of the TCP header
 * @param payload what is known of it
 * @param missing how many bytes of it the capture has not kept
 */
record Segment(Endpoint from, Endpoint to, int sequence, int flags, byte[] payload, int missing) {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  /** Where one end of a connection is. */
  record Endpoint(String address, int port) {}

  boolean opens() {
    return (flags & SYN) != 0 && (flags & ACK) == 0;
  }

  boolean hasSyn() {
    return (flags & SYN) != 0;
  }

  boolean ends() {
    return (flags & FIN) != 0;
  }

  boolean resets() {
    return (flags & RST) != 0;
  }
}
