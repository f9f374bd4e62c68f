package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Inet;
import java.math.BigInteger;

/** Arithmetic of addresses and networks. Source: {@code network.c}. */
final class Networks {
  private Networks() {}

  /** Whether one network lies in another, or is it. */
  static boolean isWithin(Inet inner, Inet outer) {
    return inner.bits() >= outer.bits() && inner.agrees(outer, outer.bits());
  }

  static boolean isStrictlyWithin(Inet inner, Inet outer) {
    return inner.bits() > outer.bits() && isWithin(inner, outer);
  }

  static boolean overlap(Inet one, Inet other) {
    return one.agrees(other, Math.min(one.bits(), other.bits()));
  }

  static Inet broadcast(Inet address) {
    return address.map(address.netmask(), (mine, mask) -> mine | ~mask).withBits(address.bits());
  }

  static Inet hostmask(Inet address) {
    return not(address.netmask());
  }

  static Inet not(Inet address) {
    return address.map(address, (mine, same) -> ~mine);
  }

  private static int fullBits(Inet address) {
    return address.netmask().bits();
  }

  static Inet withBits(Inet address, int bits) {
    int most = fullBits(address);
    if (bits < -1 || bits > most) {
      throw FunctionErrors.invalidParameter("invalid mask length: " + bits);
    }
    return address.withBits(bits == -1 ? most : bits);
  }

  private static void requireFamily(Inet one, Inet other, String words) {
    if (one.family() != other.family()) {
      throw FunctionErrors.invalidParameter(words);
    }
  }

  static Inet and(Inet one, Inet other) {
    requireFamily(one, other, "cannot AND inet values of different sizes");
    return one.map(other, (left, right) -> left & right);
  }

  static Inet or(Inet one, Inet other) {
    requireFamily(one, other, "cannot OR inet values of different sizes");
    return one.map(other, (left, right) -> left | right);
  }

  private static ReportedError outOfRange() {
    return FunctionErrors.range("result is out of range");
  }

  static Inet plus(Inet address, BigInteger distance) {
    return address.ofNumber(address.number().add(distance)).orElseThrow(Networks::outOfRange);
  }

  static long minus(Inet one, Inet other) {
    requireFamily(one, other, "cannot subtract inet values of different sizes");
    BigInteger distance = one.number().subtract(other.number());
    if (distance.bitLength() >= Long.SIZE) {
      throw outOfRange();
    }
    return distance.longValue();
  }

  /** {@code inet_merge}: the smallest network with both. */
  static Inet merge(Inet one, Inet other) {
    if (one.family() != other.family()) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "cannot merge addresses from different families");
    }
    int bits = Math.min(one.bits(), other.bits());
    while (!one.agrees(other, bits)) {
      bits--;
    }
    return one.withBits(bits).network();
  }
}
