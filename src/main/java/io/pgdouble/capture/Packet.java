package io.pgdouble.capture;

/**
 * What a capture kept of one packet.
 *
 * @param micros when it was seen, since 1970
 * @param link how the network below IP frames it: one of the {@code LINKTYPE_} numbers
 * @param length of the packet when it was seen
 * @param bytes from the frame's first on: all, or as many as the capture was to keep
 */
record Packet(long micros, int link, int length, byte[] bytes) {
  /** Whether the capture kept only its beginning. */
  boolean isCut() {
    return bytes.length < length;
  }
}
