package io.pgdouble.engine.function;

import io.pgdouble.type.BitString;

/**
 * Functions of bit strings. Source: {@code varbit.c}. Manual: {@code functions-bitstring}. A table.
 */
final class BitFunctions {
  private BitFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "biteq" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1)) == 0;
      case "bitne" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1)) != 0;
      case "bitlt" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1)) < 0;
      case "bitle" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1)) <= 0;
      case "bitgt" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1)) > 0;
      case "bitge" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1)) >= 0;
      case "bitcmp" -> (c, a) -> BitStrings.compare(bits(a, 0), bits(a, 1));
      case "bit" -> (c, a) -> BitStrings.fixed(bits(a, 0), int4(a, 1), a[2]);
      case "varbit" -> (c, a) -> BitStrings.varying(bits(a, 0), int4(a, 1), a[2]);
      case "bit_and" -> (c, a) -> BitStrings.and(bits(a, 0), bits(a, 1));
      case "bit_or" -> (c, a) -> BitStrings.or(bits(a, 0), bits(a, 1));
      case "bitxor" -> (c, a) -> BitStrings.xor(bits(a, 0), bits(a, 1));
      case "bitnot" -> (c, a) -> BitStrings.not(bits(a, 0));
      case "bitshiftleft" -> (c, a) -> BitStrings.shiftLeft(bits(a, 0), int4(a, 1));
      case "bitshiftright" -> (c, a) -> BitStrings.shiftLeft(bits(a, 0), -(long) int4(a, 1));
      case "bitcat" -> (c, a) -> BitStrings.concatenate(bits(a, 0), bits(a, 1));
      case "bitsubstr" -> (c, a) -> BitStrings.substring(bits(a, 0), int4(a, 1), int4(a, 2));
      case "bitsubstr_no_len" -> (c, a) -> BitStrings.from(bits(a, 0), int4(a, 1));
      case "bitoverlay" ->
          (c, a) -> BitStrings.overlay(bits(a, 0), bits(a, 1), int4(a, 2), int4(a, 3));
      case "bitoverlay_no_len" ->
          (c, a) -> BitStrings.overlay(bits(a, 0), bits(a, 1), int4(a, 2), bits(a, 1).length());
      case "bitposition" -> (c, a) -> BitStrings.position(bits(a, 1), bits(a, 0));
      case "bitgetbit" -> (c, a) -> BitStrings.bit(bits(a, 0), int4(a, 1));
      case "bitsetbit" -> (c, a) -> BitStrings.withBit(bits(a, 0), int4(a, 1), int4(a, 2));
      case "bit_bit_count" -> (c, a) -> BitStrings.count(bits(a, 0));
      case "bitlength" -> (c, a) -> bits(a, 0).length();
      case "bitoctetlength" -> (c, a) -> bits(a, 0).bytes().length;
      case "bitfromint4" -> (c, a) -> BitStrings.ofNumber(int4(a, 0), int4(a, 1));
      case "bitfromint8" -> (c, a) -> BitStrings.ofNumber((Long) a[0], int4(a, 1));
      case "bittoint4" -> (c, a) -> BitStrings.int4(bits(a, 0));
      case "bittoint8" -> (c, a) -> BitStrings.int8(bits(a, 0));
      default -> null;
    };
  }

  private static BitString bits(Object[] a, int index) {
    return (BitString) a[index];
  }

  private static int int4(Object[] a, int index) {
    return (Integer) a[index];
  }
}
