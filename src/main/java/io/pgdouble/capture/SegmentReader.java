package io.pgdouble.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Finds the TCP segment in a packet: RFC 791, 8200, 9293, IEEE 802.1Q. */
final class SegmentReader {
  private static final int IPPROTO_TCP = 6;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;

  /** After which a tag stands, and then what the packet would say without: 802.1Q, 802.1ad. */
  private static final Set<Integer> TAGGED = Set.of(0x8100, 0x88a8, 0x9100);

  /** Headers between that of IPv6 and TCP's: options of each hop, routing, those of the target. */
  private static final Set<Integer> EXTENSIONS = Set.of(0, 43, 60);

  private static final int IPV6_HEADER = 40;

  private final ByteBuffer in;
  private final int length;

  private SegmentReader(Packet packet) {
    in = ByteBuffer.wrap(packet.bytes());
    length = packet.length();
  }

  /** The segment in a packet; empty if there is none, or its header was not kept. */
  static Optional<Segment> read(Packet packet) {
    try {
      return new SegmentReader(packet).read(LinkLayer.of(packet.link()));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Segment> read(LinkLayer layer) {
    in.position(layer.header());
    return switch (layer) {
      case RAW, LOOPBACK, COOKED_2 -> ip();
      case ETHERNET, COOKED -> ethernet();
      case UNKNOWN -> Optional.empty();
    };
  }

  /** From the protocol's number on. */
  private Optional<Segment> ethernet() {
    int protocol = in.getShort() & 0xffff;
    while (TAGGED.contains(protocol)) {
      in.getShort();
      protocol = in.getShort() & 0xffff;
    }
    return protocol == IPV4 || protocol == IPV6 ? ip() : Optional.empty();
  }

  private Optional<Segment> ip() {
    int start = in.position();
    int first = in.get(start) & 0xff;
    return switch (first >>> 4) {
      case 4 -> ipv4(start, (first & 0xf) * 4);
      case 6 -> ipv6(start);
      default -> Optional.empty();
    };
  }

  /** A fragment of a datagram is none that can be read alone. */
  private Optional<Segment> ipv4(int start, int header) {
    boolean fragment = (in.getShort(start + 6) & 0x3fff) != 0;
    if (in.get(start + 9) != IPPROTO_TCP || fragment) {
      return Optional.empty();
    }
    int total = in.getShort(start + 2) & 0xffff;
    String from = address(start + 12, 4);
    String to = address(start + 16, 4);
    in.position(start + header);
    return tcp(from, to, total == 0 ? length : start + total);
  }

  private Optional<Segment> ipv6(int start) {
    int payload = in.getShort(start + 4) & 0xffff;
    String from = address(start + 8, 16);
    String to = address(start + 24, 16);
    int next = in.get(start + 6) & 0xff;
    in.position(start + IPV6_HEADER);
    while (EXTENSIONS.contains(next)) {
      int header = in.position();
      next = in.get(header) & 0xff;
      in.position(header + 8 + (in.get(header + 1) & 0xff) * 8);
    }
    return next == IPPROTO_TCP
        ? tcp(from, to, payload == 0 ? length : start + IPV6_HEADER + payload)
        : Optional.empty();
  }

  private String address(int at, int bytes) {
    return HexFormat.of().formatHex(in.array(), at, at + bytes);
  }

  /**
   * From TCP's header on.
   *
   * @param end of the datagram, which may lie beyond what was kept, or before what fills a frame
   */
  private Optional<Segment> tcp(String from, String to, int end) {
    int start = in.position();
    Segment.Endpoint source = new Segment.Endpoint(from, in.getShort() & 0xffff);
    Segment.Endpoint target = new Segment.Endpoint(to, in.getShort() & 0xffff);
    int sequence = in.getInt();
    int header = (in.get(start + 12) >>> 4 & 0xf) * 4;
    int flags = in.get(start + 13);
    int kept = Math.min(in.limit(), end);
    int begin = Math.min(start + header, kept);
    byte[] payload = new byte[kept - begin];
    in.get(begin, payload);
    int missing = end - Math.max(kept, start + header);
    return Optional.of(new Segment(source, target, sequence, flags, payload, Math.max(0, missing)));
  }
}
