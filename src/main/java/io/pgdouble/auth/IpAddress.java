package io.pgdouble.auth;

import java.util.Arrays;
import java.util.Optional;

/** An address of IPv4 or IPv6. */
public final class IpAddress {
  private static final int BITS = 8;
  private static final int GROUPS = 8;

  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes 4 or 16
   */
  public static IpAddress of(byte[] bytes) {
    return new IpAddress(bytes.clone());
  }

  /** 4 or 16. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** A numeric address, as {@code getaddrinfo} reads it; empty for what may be a name. */
  static Optional<IpAddress> parse(String text) {
    try {
      return Optional.of(new IpAddress(text.contains(":") ? version6(text) : version4(text)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** {@code inet_aton}: the last of one to four numbers fills what is left. */
  private static byte[] version4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      throw new NumberFormatException(text);
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int bits = last ? BITS * (5 - parts.length) : BITS;
      long part = number(parts[i]);
      if (part >= 1L << bits) {
        throw new NumberFormatException(text);
      }
      value = value << bits | part;
    }
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  /** In C's notation: hexadecimal after 0x, octal after 0. */
  private static long number(String text) {
    if (!text.matches("0[xX][0-9a-fA-F]{1,8}|[0-9]{1,12}")) {
      throw new NumberFormatException(text);
    }
    if (text.startsWith("0x") || text.startsWith("0X")) {
      return Long.parseLong(text.substring(2), 16);
    }
    return Long.parseLong(text, text.startsWith("0") ? 8 : 10);
  }

  private static byte[] version6(String text) {
    String address = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
    int gap = address.indexOf("::");
    byte[] head = groups(gap < 0 ? address : address.substring(0, gap));
    byte[] tail = groups(gap < 0 ? "" : address.substring(gap + 2));
    int length = head.length + tail.length;
    if (gap < 0 ? length != 2 * GROUPS : length > 2 * GROUPS - 2) {
      throw new NumberFormatException(text);
    }
    byte[] all = Arrays.copyOf(head, 2 * GROUPS);
    System.arraycopy(tail, 0, all, all.length - tail.length, tail.length);
    return all;
  }

  private static byte[] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] parts = text.split(":", -1);
    boolean dotted = parts[parts.length - 1].contains(".");
    byte[] bytes = new byte[2 * parts.length + (dotted ? 2 : 0)];
    for (int i = 0; i < parts.length; i++) {
      if (dotted && i == parts.length - 1) {
        System.arraycopy(version4(parts[i]), 0, bytes, 2 * i, 4);
      } else {
        group(parts[i], bytes, 2 * i);
      }
    }
    return bytes;
  }

  private static void group(String text, byte[] into, int at) {
    if (!text.matches("[0-9a-fA-F]{1,4}")) {
      throw new NumberFormatException(text);
    }
    int value = Integer.parseInt(text, 16);
    into[at] = (byte) (value >> 8);
    into[at + 1] = (byte) value;
  }

  /** A mask of so many ones: {@code ifaddr.c: pg_sockaddr_cidr_mask}. */
  Optional<IpAddress> mask(String ones) {
    int length = bytes.length * BITS;
    if (!ones.matches("\\s*[-+]?\\d{1,9}")) {
      return Optional.empty();
    }
    int count = Integer.parseInt(ones.strip());
    if (count < 0 || count > length) {
      return Optional.empty();
    }
    byte[] mask = new byte[bytes.length];
    for (int i = 0; i < count; i++) {
      mask[i / BITS] |= (byte) (0x80 >> i % BITS);
    }
    return Optional.of(new IpAddress(mask));
  }

  boolean sameFamily(IpAddress other) {
    return bytes.length == other.bytes.length;
  }

  /** Whether both are the same where the mask has ones. {@code ifaddr.c: pg_range_sockaddr}. */
  boolean isWithin(IpAddress other, IpAddress mask) {
    if (!sameFamily(other) || !sameFamily(mask)) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (((bytes[i] ^ other.bytes[i]) & mask.bytes[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** {@code inet_ntop}: the longest run of zeros of IPv6 is left out. */
  @Override
  public String toString() {
    if (bytes.length == 4) {
      return (bytes[0] & 255)
          + "."
          + (bytes[1] & 255)
          + "."
          + (bytes[2] & 255)
          + "."
          + (bytes[3] & 255);
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    boolean version4 = start == 0 && (length == 6 || length == 5 && value(5) == 0xFFFF);
    if (version4) {
      String head = length == 6 ? "::" : "::ffff:";
      return head + new IpAddress(Arrays.copyOfRange(bytes, 12, 16));
    }
    return start < 0 ? joined(0, GROUPS) : joined(0, start) + "::" + joined(start + length, GROUPS);
  }

  private int zerosFrom(int index) {
    int i = index;
    while (i < GROUPS && value(i) == 0) {
      i++;
    }
    return i - index;
  }

  private int value(int group) {
    return (bytes[2 * group] & 255) << 8 | bytes[2 * group + 1] & 255;
  }

  private String joined(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(value(i)));
    }
    return text.toString();
  }
}
