package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** Functions of {@code macaddr} and {@code macaddr8}. Source: {@code mac.c}. A table. */
final class AddressFunctions {
  private static final long MASK = 0xFF_FF_FF_FF_FF_FFL;
  private static final long MAKER = 0xFF_FF_FF_00_00_00L;
  private static final int HALF = 24;
  private static final int FILLER = 0xFF_FE;

  private AddressFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "macaddr_cmp", "macaddr8_cmp" -> (c, a) -> compare(a);
      case "macaddr_eq", "macaddr8_eq" -> (c, a) -> compare(a) == 0;
      case "macaddr_ne", "macaddr8_ne" -> (c, a) -> compare(a) != 0;
      case "macaddr_lt", "macaddr8_lt" -> (c, a) -> compare(a) < 0;
      case "macaddr_le", "macaddr8_le" -> (c, a) -> compare(a) <= 0;
      case "macaddr_gt", "macaddr8_gt" -> (c, a) -> compare(a) > 0;
      case "macaddr_ge", "macaddr8_ge" -> (c, a) -> compare(a) >= 0;
      case "macaddr_and", "macaddr8_and" -> (c, a) -> (Long) a[0] & (Long) a[1];
      case "macaddr_or", "macaddr8_or" -> (c, a) -> (Long) a[0] | (Long) a[1];
      case "macaddr_not" -> (c, a) -> ~(Long) a[0] & MASK;
      case "macaddr8_not" -> (c, a) -> ~(Long) a[0];
      case "macaddr_trunc" -> (c, a) -> (Long) a[0] & MAKER;
      case "macaddr8_trunc" -> (c, a) -> (Long) a[0] & MAKER << 16;
      case "macaddr8_set7bit" -> (c, a) -> (Long) a[0] | 0x02L << 56;
      case "macaddrtomacaddr8" -> (c, a) -> longer((Long) a[0]);
      case "macaddr8tomacaddr" -> (c, a) -> shorter((Long) a[0]);
      default -> null;
    };
  }

  private static int compare(Object[] a) {
    return Long.compareUnsigned((Long) a[0], (Long) a[1]);
  }

  private static long longer(long address) {
    return address >>> HALF << 40 | (long) FILLER << HALF | address & 0xFF_FF_FF;
  }

  private static long shorter(long address) {
    if ((address >>> HALF & 0xFF_FF) != FILLER) {
      throw ErrorReport.error(
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "macaddr8 data out of range to convert to macaddr")
          .withHint(
              "Only addresses that have FF and FE as values in the 4th and 5th bytes from the"
                  + " left, for example xx:xx:xx:ff:fe:xx:xx:xx, are eligible to be converted from"
                  + " macaddr8 to macaddr.")
          .toException();
    }
    return address >>> 40 << HALF | address & 0xFF_FF_FF;
  }
}
