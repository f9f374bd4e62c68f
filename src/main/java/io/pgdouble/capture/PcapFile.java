package io.pgdouble.capture;

import io.pgdouble.trace.TraceSyntaxException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads captures of tcpdump and Wireshark: pcap, and pcapng. No library on Maven Central reads both
 * without native code, and these two are short. {@code draft-ietf-opsawg-pcap}, {@code
 * draft-ietf-opsawg-pcapng}.
 */
final class PcapFile {
  private static final int PCAP_MICROS = 0xa1b2c3d4;
  private static final int PCAP_NANOS = 0xa1b23c4d;
  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int OPTION_TIMESTAMP_RESOLUTION = 9;
  private static final int SHORTEST_BLOCK = 12;
  private static final int GREATEST_PACKET = 262_144;

  private final ByteBuffer in;
  private final List<Packet> packets = new ArrayList<>();
  private final List<Interface> interfaces = new ArrayList<>();

  /**
   * What a section of a pcapng says of an interface.
   *
   * @param unitsPerSecond of its timestamps
   */
  private record Interface(int link, double unitsPerSecond) {}

  private PcapFile(byte[] file) {
    in = ByteBuffer.wrap(file);
  }

  /** Whether a file begins as these do. */
  static boolean isOne(byte[] file) {
    if (file.length < Integer.BYTES) {
      return false;
    }
    int magic = ByteBuffer.wrap(file).getInt();
    return magic == SECTION_HEADER || isPcap(magic) || isPcap(Integer.reverseBytes(magic));
  }

  private static boolean isPcap(int magic) {
    return magic == PCAP_MICROS || magic == PCAP_NANOS;
  }

  /**
   * Its packets, in order. A capture that was cut off ends with the last whole packet.
   *
   * @throws TraceSyntaxException if it is damaged
   */
  static List<Packet> read(byte[] file) {
    PcapFile capture = new PcapFile(file);
    try {
      if (capture.in.getInt(0) == SECTION_HEADER) {
        capture.readBlocks();
      } else {
        capture.readPcap();
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new TraceSyntaxException(
          "the capture is damaged at byte " + capture.in.position() + " of " + file.length, e);
    }
    return capture.packets;
  }

  private void readPcap() {
    int magic = in.getInt();
    if (!isPcap(magic)) {
      in.order(ByteOrder.LITTLE_ENDIAN);
      magic = Integer.reverseBytes(magic);
    }
    int unitsPerMicro = magic == PCAP_NANOS ? 1000 : 1;
    in.position(20);
    int link = in.getInt() & 0xffff;
    while (in.remaining() >= 16) {
      long seconds = in.getInt() & 0xffffffffL;
      long fraction = in.getInt() & 0xffffffffL;
      int kept = in.getInt();
      int length = in.getInt();
      if (in.remaining() < checked(kept)) {
        return;
      }
      long micros = seconds * 1_000_000 + fraction / unitsPerMicro;
      packets.add(new Packet(micros, link, length, rest(in, kept)));
    }
  }

  /** {@code wtap.h: WTAP_MAX_PACKET_SIZE_STANDARD}: more than that nobody captures. */
  private static int checked(int kept) {
    if (kept < 0 || kept > GREATEST_PACKET) {
      throw new IllegalArgumentException(
          "found a packet of %d bytes (expected: at most %d)".formatted(kept, GREATEST_PACKET));
    }
    return kept;
  }

  private void readBlocks() {
    while (in.remaining() >= SHORTEST_BLOCK) {
      int start = in.position();
      int type = in.getInt();
      if (type == SECTION_HEADER) {
        beginSection(start);
      }
      int length = in.getInt(start + 4);
      if (length < SHORTEST_BLOCK || length % Integer.BYTES != 0) {
        throw new IllegalArgumentException("found a block of " + length + " bytes");
      }
      if (length > in.limit() - start) {
        return;
      }
      in.position(start + 8);
      readBlock(type, in.slice(in.position(), length - SHORTEST_BLOCK).order(in.order()));
      in.position(start + length);
    }
  }

  /** Each section has its own byte order, and interfaces of its own. */
  private void beginSection(int start) {
    interfaces.clear();
    in.order(ByteOrder.BIG_ENDIAN);
    if (in.getInt(start + 8) != BYTE_ORDER) {
      in.order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private void readBlock(int type, ByteBuffer block) {
    switch (type) {
      case INTERFACE_DESCRIPTION -> interfaces.add(interfaceOf(block));
      case ENHANCED_PACKET -> enhanced(block);
      case SIMPLE_PACKET -> {
        int length = block.getInt();
        int kept = Math.min(length, block.remaining());
        packets.add(new Packet(0, interfaces.get(0).link(), length, rest(block, kept)));
      }
      default -> {}
    }
  }

  private static Interface interfaceOf(ByteBuffer block) {
    int link = block.getShort() & 0xffff;
    block.position(8);
    double units = 1e6;
    while (block.remaining() >= 4) {
      int option = block.getShort() & 0xffff;
      int length = block.getShort() & 0xffff;
      if (option == OPTION_TIMESTAMP_RESOLUTION) {
        int exponent = block.get(block.position());
        units = exponent < 0 ? Math.pow(2, exponent & 0x7f) : Math.pow(10, exponent);
      }
      int padded = (length + 3) / 4 * 4;
      block.position(Math.min(block.limit(), block.position() + padded));
    }
    return new Interface(link, units);
  }

  private void enhanced(ByteBuffer block) {
    Interface of = interfaces.get(block.getInt());
    long high = block.getInt() & 0xffffffffL;
    long low = block.getInt() & 0xffffffffL;
    int kept = checked(block.getInt());
    int length = block.getInt();
    long micros = (long) ((high << 32 | low) / of.unitsPerSecond() * 1e6);
    packets.add(new Packet(micros, of.link(), length, rest(block, kept)));
  }

  private static byte[] rest(ByteBuffer from, int count) {
    byte[] bytes = new byte[count];
    from.get(bytes);
    return bytes;
  }
}
