package io.pgdouble.engine.function;

import io.pgdouble.type.Tid;

/**
 * Comparisons of {@code int2}, {@code int4} and {@code int8} with each other, and of the unsigned
 * types, whose Java form is a wide enough integer. Source: {@code int.c}, {@code int8.c}, {@code
 * nbtcompare.c}, {@code oid.c}, {@code xid.c}. A table.
 */
final class IntegerComparisons {
  private IntegerComparisons() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "int4eq" -> (c, a) -> ((Integer) a[0]).intValue() == (Integer) a[1];
      case "int2eq",
          "int8eq",
          "int24eq",
          "int42eq",
          "int28eq",
          "int82eq",
          "int48eq",
          "int84eq",
          "oideq",
          "cideq",
          "xid8eq" ->
          (c, a) -> left(a) == right(a);
      case "int2ne",
          "int4ne",
          "int8ne",
          "int24ne",
          "int42ne",
          "int28ne",
          "int82ne",
          "int48ne",
          "int84ne",
          "oidne",
          "xid8ne" ->
          (c, a) -> left(a) != right(a);
      case "int2lt",
          "int4lt",
          "int8lt",
          "int24lt",
          "int42lt",
          "int28lt",
          "int82lt",
          "int48lt",
          "int84lt",
          "oidlt" ->
          (c, a) -> left(a) < right(a);
      case "int2le",
          "int4le",
          "int8le",
          "int24le",
          "int42le",
          "int28le",
          "int82le",
          "int48le",
          "int84le",
          "oidle" ->
          (c, a) -> left(a) <= right(a);
      case "int2gt",
          "int4gt",
          "int8gt",
          "int24gt",
          "int42gt",
          "int28gt",
          "int82gt",
          "int48gt",
          "int84gt",
          "oidgt" ->
          (c, a) -> left(a) > right(a);
      case "int2ge",
          "int4ge",
          "int8ge",
          "int24ge",
          "int42ge",
          "int28ge",
          "int82ge",
          "int48ge",
          "int84ge",
          "oidge" ->
          (c, a) -> left(a) >= right(a);
      case "btint2cmp" -> (c, a) -> (Short) a[0] - (Short) a[1];
      case "btint4cmp",
          "btint8cmp",
          "btint24cmp",
          "btint42cmp",
          "btint28cmp",
          "btint82cmp",
          "btint48cmp",
          "btint84cmp",
          "btoidcmp" ->
          (c, a) -> Long.compare(left(a), right(a));
      case "int2larger", "int4larger", "int8larger", "oidlarger" ->
          (c, a) -> left(a) > right(a) ? a[0] : a[1];
      case "int2smaller", "int4smaller", "int8smaller", "oidsmaller" ->
          (c, a) -> left(a) < right(a) ? a[0] : a[1];
      case "tideq" -> (c, a) -> tids(a) == 0;
      case "tidne" -> (c, a) -> tids(a) != 0;
      case "tidlt" -> (c, a) -> tids(a) < 0;
      case "tidle" -> (c, a) -> tids(a) <= 0;
      case "tidgt" -> (c, a) -> tids(a) > 0;
      case "tidge" -> (c, a) -> tids(a) >= 0;
      case "bttidcmp" -> (c, a) -> tids(a);
      case "tidlarger" -> (c, a) -> tids(a) >= 0 ? a[0] : a[1];
      case "tidsmaller" -> (c, a) -> tids(a) <= 0 ? a[0] : a[1];
      case "xideq" -> (c, a) -> (int) left(a) == (int) right(a);
      case "xidneq" -> (c, a) -> (int) left(a) != (int) right(a);
      case "xid8lt" -> (c, a) -> unsigned(a) < 0;
      case "xid8le" -> (c, a) -> unsigned(a) <= 0;
      case "xid8gt" -> (c, a) -> unsigned(a) > 0;
      case "xid8ge" -> (c, a) -> unsigned(a) >= 0;
      case "xid8cmp" -> (c, a) -> unsigned(a);
      case "xid8_larger" -> (c, a) -> unsigned(a) > 0 ? a[0] : a[1];
      case "xid8_smaller" -> (c, a) -> unsigned(a) < 0 ? a[0] : a[1];
      default -> null;
    };
  }

  /** {@code itemptr.c: ItemPointerCompare}. */
  private static int tids(Object[] a) {
    Tid one = (Tid) a[0];
    Tid other = (Tid) a[1];
    int blocks = Long.compare(one.block(), other.block());
    return blocks != 0 ? blocks : Integer.compare(one.offset(), other.offset());
  }

  private static long left(Object[] a) {
    return ((Number) a[0]).longValue();
  }

  private static long right(Object[] a) {
    return ((Number) a[1]).longValue();
  }

  private static int unsigned(Object[] a) {
    return Long.compareUnsigned((Long) a[0], (Long) a[1]);
  }
}
