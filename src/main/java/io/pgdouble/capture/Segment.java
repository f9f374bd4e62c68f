package io.pgdouble.capture;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One TCP segment.
 *
 * @param from address and port
 * @param to address and port
 * @param sequence of its first byte
 * @param flags of the TCP header
 */
record Segment(Endpoint from, Endpoint to, int sequence, int flags, byte[] payload) {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;
  private static final int IPPROTO_TCP = 6;
  private static final int VLAN = 0x8100;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;

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

  /** The segment in a packet, if it is one that arrived whole. */
  static Optional<Segment> of(Packet packet) {
    ByteBuffer in = ByteBuffer.wrap(packet.bytes());
    try {
      return switch (packet.link()) {
        case 0, 108 -> ip(in.position(4));
        case 1 -> ethernet(in.position(12));
        case 12, 14, 101, 228, 229 -> ip(in);
        case 113 -> ethernet(in.position(14));
        case 276 -> ip(in.position(20));
        default -> Optional.empty();
      };
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** From the protocol's number on. */
  private static Optional<Segment> ethernet(ByteBuffer in) {
    int protocol = in.getShort() & 0xffff;
    while (protocol == VLAN) {
      in.getShort();
      protocol = in.getShort() & 0xffff;
    }
    return protocol == IPV4 || protocol == IPV6 ? ip(in) : Optional.empty();
  }

  private static Optional<Segment> ip(ByteBuffer in) {
    int start = in.position();
    int first = in.get(start) & 0xff;
    return switch (first >>> 4) {
      case 4 -> ipv4(in, start, (first & 0xf) * 4);
      case 6 -> ipv6(in, start);
      default -> Optional.empty();
    };
  }

  /** A fragment of a datagram is none that can be read alone. */
  private static Optional<Segment> ipv4(ByteBuffer in, int start, int header) {
    boolean fragment = (in.getShort(start + 6) & 0x3fff) != 0;
    if (in.get(start + 9) != IPPROTO_TCP || fragment) {
      return Optional.empty();
    }
    int total = in.getShort(start + 2) & 0xffff;
    int end = total == 0 ? in.limit() : start + total;
    String from = address(in, start + 12, 4);
    String to = address(in, start + 16, 4);
    return tcp(in.limit(Math.min(in.limit(), end)).position(start + header), from, to);
  }

  private static Optional<Segment> ipv6(ByteBuffer in, int start) {
    if (in.get(start + 6) != IPPROTO_TCP) {
      return Optional.empty();
    }
    int length = in.getShort(start + 4) & 0xffff;
    int end = length == 0 ? in.limit() : start + 40 + length;
    String from = address(in, start + 8, 16);
    String to = address(in, start + 24, 16);
    return tcp(in.limit(Math.min(in.limit(), end)).position(start + 40), from, to);
  }

  private static String address(ByteBuffer in, int at, int length) {
    return HexFormat.of().formatHex(in.array(), at, at + length);
  }

  private static Optional<Segment> tcp(ByteBuffer in, String from, String to) {
    int start = in.position();
    Endpoint source = new Endpoint(from, in.getShort() & 0xffff);
    Endpoint target = new Endpoint(to, in.getShort() & 0xffff);
    int sequence = in.getInt();
    int header = (in.get(start + 12) >>> 4 & 0xf) * 4;
    int flags = in.get(start + 13);
    in.position(start + header);
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    return Optional.of(new Segment(source, target, sequence, flags, payload));
  }
}
