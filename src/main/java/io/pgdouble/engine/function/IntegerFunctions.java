package io.pgdouble.engine.function;

/**
 * Arithmetic, bits and conversions of {@code int2}, {@code int4}, {@code int8} and {@code oid}.
 * Source: {@code int.c}, {@code int8.c}. A table.
 */
final class IntegerFunctions {
  private IntegerFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "int2pl" -> (c, a) -> Integers.toInt2(int2(a, 0) + int2(a, 1));
      case "int2mi" -> (c, a) -> Integers.toInt2(int2(a, 0) - int2(a, 1));
      case "int2mul" -> (c, a) -> Integers.toInt2(int2(a, 0) * int2(a, 1));
      case "int2div" -> (c, a) -> Integers.toInt2(int2(a, 0) / Integers.divisor(int2(a, 1)));
      case "int2mod" -> (c, a) -> (short) (int2(a, 0) % Integers.divisor(int2(a, 1)));
      case "int4pl" -> (c, a) -> Integers.add(int4(a, 0), int4(a, 1));
      case "int4mi" -> (c, a) -> Integers.subtract(int4(a, 0), int4(a, 1));
      case "int24pl", "int42pl" -> (c, a) -> Integers.toInt4(wide(a, 0) + wide(a, 1));
      case "int24mi", "int42mi" -> (c, a) -> Integers.toInt4(wide(a, 0) - wide(a, 1));
      case "int4mul", "int24mul", "int42mul" -> (c, a) -> Integers.toInt4(wide(a, 0) * wide(a, 1));
      case "int4div", "int24div", "int42div" ->
          (c, a) -> Integers.toInt4(wide(a, 0) / Integers.divisor(wide(a, 1)));
      case "int4mod" -> (c, a) -> (int) (wide(a, 0) % Integers.divisor(wide(a, 1)));
      case "int8pl", "int28pl", "int82pl", "int48pl", "int84pl" ->
          (c, a) -> Integers.add(wide(a, 0), wide(a, 1));
      case "int8mi", "int28mi", "int82mi", "int48mi", "int84mi" ->
          (c, a) -> Integers.subtract(wide(a, 0), wide(a, 1));
      case "int8mul", "int28mul", "int82mul", "int48mul", "int84mul" ->
          (c, a) -> Integers.multiply(wide(a, 0), wide(a, 1));
      case "int8div", "int28div", "int82div", "int48div", "int84div" ->
          (c, a) -> Integers.divide(wide(a, 0), wide(a, 1));
      case "int8mod" -> (c, a) -> wide(a, 0) % Integers.divisor(wide(a, 1));
      case "int2um" -> (c, a) -> Integers.toInt2(-int2(a, 0));
      case "int4um" -> (c, a) -> Integers.toInt4(-wide(a, 0));
      case "int8um" -> (c, a) -> Integers.subtract(0L, wide(a, 0));
      case "int2up", "int4up", "int8up" -> (c, a) -> a[0];
      case "int2abs" -> (c, a) -> Integers.toInt2(Math.abs(int2(a, 0)));
      case "int4abs" -> (c, a) -> Integers.toInt4(Math.abs(wide(a, 0)));
      case "int8abs" -> (c, a) -> wide(a, 0) < 0 ? Integers.subtract(0L, wide(a, 0)) : a[0];
      case "int4inc" -> (c, a) -> Integers.add(int4(a, 0), 1);
      case "int8inc", "int8inc_any", "int8inc_float8_float8" ->
          (c, a) -> Integers.add(wide(a, 0), 1L);
      case "int8dec", "int8dec_any" -> (c, a) -> Integers.subtract(wide(a, 0), 1L);
      case "int4gcd" -> (c, a) -> Integers.toInt4(Integers.gcd(wide(a, 0), wide(a, 1)));
      case "int8gcd" -> (c, a) -> Integers.gcd(wide(a, 0), wide(a, 1));
      case "int4lcm" -> (c, a) -> Integers.lcm(int4(a, 0), int4(a, 1));
      case "int8lcm" -> (c, a) -> Integers.lcm(wide(a, 0), wide(a, 1));
      case "int2and" -> (c, a) -> (short) (int2(a, 0) & int2(a, 1));
      case "int2or" -> (c, a) -> (short) (int2(a, 0) | int2(a, 1));
      case "int2xor" -> (c, a) -> (short) (int2(a, 0) ^ int2(a, 1));
      case "int2not" -> (c, a) -> (short) ~int2(a, 0);
      case "int2shl" -> (c, a) -> (short) (int2(a, 0) << int4(a, 1));
      case "int2shr" -> (c, a) -> (short) (int2(a, 0) >> int4(a, 1));
      case "int4and" -> (c, a) -> int4(a, 0) & int4(a, 1);
      case "int4or" -> (c, a) -> int4(a, 0) | int4(a, 1);
      case "int4xor" -> (c, a) -> int4(a, 0) ^ int4(a, 1);
      case "int4not" -> (c, a) -> ~int4(a, 0);
      case "int4shl" -> (c, a) -> int4(a, 0) << int4(a, 1);
      case "int4shr" -> (c, a) -> int4(a, 0) >> int4(a, 1);
      case "int8and" -> (c, a) -> wide(a, 0) & wide(a, 1);
      case "int8or" -> (c, a) -> wide(a, 0) | wide(a, 1);
      case "int8xor" -> (c, a) -> wide(a, 0) ^ wide(a, 1);
      case "int8not" -> (c, a) -> ~wide(a, 0);
      case "int8shl" -> (c, a) -> wide(a, 0) << int4(a, 1);
      case "int8shr" -> (c, a) -> wide(a, 0) >> int4(a, 1);
      case "i2toi4" -> (c, a) -> (int) int2(a, 0);
      case "i4toi2" -> (c, a) -> Integers.toInt2(int4(a, 0));
      case "int28", "int48", "oidtoi8" -> (c, a) -> wide(a, 0);
      case "int82" -> (c, a) -> Integers.toInt2(wide(a, 0));
      case "int84" -> (c, a) -> Integers.toInt4(wide(a, 0));
      case "i8tooid" -> (c, a) -> Integers.toOid(wide(a, 0));
      case "i2tof" -> (c, a) -> (float) int2(a, 0);
      case "i4tof" -> (c, a) -> (float) int4(a, 0);
      case "i8tof" -> (c, a) -> (float) wide(a, 0);
      case "i2tod", "i4tod", "i8tod" -> (c, a) -> (double) wide(a, 0);
      case "to_hex32" -> (c, a) -> Integer.toHexString(int4(a, 0));
      case "to_hex64" -> (c, a) -> Long.toHexString(wide(a, 0));
      case "int4_sum", "int2_sum" ->
          (c, a) -> a[1] == null ? a[0] : a[0] == null ? wide(a, 1) : wide(a, 0) + wide(a, 1);
      case "chartoi4" -> (c, a) -> SingleBytes.toInt4((String) a[0]);
      case "i4tochar" -> (c, a) -> SingleBytes.ofInt4(int4(a, 0));
      case "xid8toxid" -> (c, a) -> wide(a, 0) & 0xFFFFFFFFL;
      default -> null;
    };
  }

  private static short int2(Object[] a, int index) {
    return (Short) a[index];
  }

  private static int int4(Object[] a, int index) {
    return (Integer) a[index];
  }

  private static long wide(Object[] a, int index) {
    return ((Number) a[index]).longValue();
  }
}
