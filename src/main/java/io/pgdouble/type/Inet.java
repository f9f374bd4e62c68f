package io.pgdouble.type;

import java.util.Arrays;

/**
 * A value of inet: a host's address, and how many of its bits name a network. Server: {@code
 * network.c}.
 */
public final class Inet implements Comparable<Inet> {
  /** Bytes of an address. */
  static final int IPV4 = 4;

  static final int IPV6 = 16;

  private final byte[] address;
  private final int bits;

  Inet(byte[] address, int bits) {
    this.address = address.clone();
    this.bits = bits;
  }

  /**
   * The address of a host.
   *
   * @param text as the system writes it, in the end perhaps with {@code %} and a zone
   */
  public static Inet ofHost(String text) {
    int zone = text.indexOf('%');
    return InetReader.read(zone < 0 ? text : text.substring(0, zone));
  }

  byte[] address() {
    return address.clone();
  }

  int maxBits() {
    return address.length * Byte.SIZE;
  }

  /** {@code masklen}. */
  public int bits() {
    return bits;
  }

  /** {@code family}: 4 or 6. */
  public int family() {
    return address.length == IPV4 ? 4 : 6;
  }

  /** {@code host}: without bits. */
  public String host() {
    return InetText.host(address);
  }

  /** {@code text}: always with bits. */
  public String withBits() {
    return host() + "/" + bits;
  }

  /** With bits where not all of them name the network. */
  @Override
  public String toString() {
    return bits == maxBits() ? host() : withBits();
  }

  /** {@code network_cmp_internal}: first what both networks have in common. */
  @Override
  public int compareTo(Inet other) {
    if (address.length != other.address.length) {
      return Integer.compare(address.length, other.address.length);
    }
    int order = compare(other, Math.min(bits, other.bits));
    if (order != 0) {
      return order;
    }
    return bits != other.bits ? Integer.compare(bits, other.bits) : compare(other, maxBits());
  }

  /** {@code bitncmp}. */
  private int compare(Inet other, int count) {
    int bytes = count / Byte.SIZE;
    int order = Arrays.compareUnsigned(address, 0, bytes, other.address, 0, bytes);
    int rest = count % Byte.SIZE;
    if (order != 0 || rest == 0) {
      return order;
    }
    int shift = Byte.SIZE - rest;
    return Integer.compare(
        (address[bytes] & 0xff) >> shift, (other.address[bytes] & 0xff) >> shift);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inet that && bits == that.bits && Arrays.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(address) + bits;
  }
}
