package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

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

  /** The same address as a network of so many bits. */
  public Inet withBits(int other) {
    return new Inet(address, other);
  }

  /** The address of which all bits are kept that an operation keeps. */
  public Inet map(Inet other, IntBinaryOperator operation) {
    byte[] made = new byte[address.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = (byte) operation.applyAsInt(address[i] & 0xff, other.address[i] & 0xff);
    }
    return new Inet(made, Math.max(bits, other.bits));
  }

  /** The mask of the network, as an address. */
  public Inet netmask() {
    byte[] mask = new byte[address.length];
    for (int i = 0; i < bits; i++) {
      mask[i / Byte.SIZE] |= (byte) (0x80 >> i % Byte.SIZE);
    }
    return new Inet(mask, maxBits());
  }

  /** The network it belongs to: without what is behind the bits. */
  public Inet network() {
    return map(netmask(), (mine, mask) -> mine & mask).withBits(bits);
  }

  /** Whether nothing is behind the bits. */
  public boolean isNetwork() {
    return equals(network());
  }

  /** Whether the first bits of two addresses of a family are the same. */
  public boolean agrees(Inet other, int count) {
    return address.length == other.address.length && compare(other, count) == 0;
  }

  /** The address as a number. */
  public BigInteger number() {
    return new BigInteger(1, address);
  }

  /** The address of this family that a number stands for; empty if there is none. */
  public Optional<Inet> ofNumber(BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > maxBits()) {
      return Optional.empty();
    }
    byte[] made = new byte[address.length];
    byte[] bytes = number.toByteArray();
    int count = Math.min(bytes.length, made.length);
    System.arraycopy(bytes, bytes.length - count, made, made.length - count, count);
    return Optional.of(new Inet(made, bits));
  }

  /** {@code abbrev} of a cidr: without the bytes that the bits do not need. */
  public String abbreviated() {
    if (address.length == IPV6) {
      throw ErrorReport.notSimulated("the short form of such networks").toException();
    }
    int octets = Math.max(1, (bits + Byte.SIZE - 1) / Byte.SIZE);
    String[] all = host().split("\\.");
    return String.join(".", Arrays.copyOf(all, octets)) + "/" + bits;
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
