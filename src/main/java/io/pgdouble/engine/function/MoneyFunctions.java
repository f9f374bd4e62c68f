package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.Numeric;
import java.math.BigDecimal;

/** Functions of {@code money}. Source: {@code cash.c}. A table. */
final class MoneyFunctions {
  private static final long CENTS = 100;

  private MoneyFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "cash_cmp" -> (c, a) -> compare(a);
      case "cash_eq" -> (c, a) -> compare(a) == 0;
      case "cash_ne" -> (c, a) -> compare(a) != 0;
      case "cash_lt" -> (c, a) -> compare(a) < 0;
      case "cash_le" -> (c, a) -> compare(a) <= 0;
      case "cash_gt" -> (c, a) -> compare(a) > 0;
      case "cash_ge" -> (c, a) -> compare(a) >= 0;
      case "cashlarger" -> (c, a) -> compare(a) > 0 ? a[0] : a[1];
      case "cashsmaller" -> (c, a) -> compare(a) < 0 ? a[0] : a[1];
      case "cash_pl" -> (c, a) -> exactly(() -> Math.addExact(whole(a[0]), whole(a[1])));
      case "cash_mi" -> (c, a) -> exactly(() -> Math.subtractExact(whole(a[0]), whole(a[1])));
      case "cash_mul_int2", "cash_mul_int4", "cash_mul_int8" -> (c, a) -> times(a[0], a[1]);
      case "int2_mul_cash", "int4_mul_cash", "int8_mul_cash" -> (c, a) -> times(a[1], a[0]);
      case "cash_mul_flt4", "cash_mul_flt8" -> (c, a) -> rounded(real(a[0]) * real(a[1]));
      case "flt4_mul_cash", "flt8_mul_cash" -> (c, a) -> rounded(real(a[0]) * real(a[1]));
      case "cash_div_int2", "cash_div_int4", "cash_div_int8" ->
          (c, a) -> whole(a[0]) / divisor(whole(a[1]));
      case "cash_div_flt4", "cash_div_flt8" -> (c, a) -> rounded(real(a[0]) / divisor(real(a[1])));
      case "cash_div_cash" -> (c, a) -> real(a[0]) / divisor(real(a[1]));
      case "cash_numeric" -> (c, a) -> Numeric.of(BigDecimal.valueOf(whole(a[0]), 2));
      case "numeric_cash" -> (c, a) -> ofNumeric((Numeric) a[0]);
      case "int4_cash", "int8_cash" -> (c, a) -> ofWhole(whole(a[0]));
      default -> null;
    };
  }

  private static long whole(Object value) {
    return ((Number) value).longValue();
  }

  private static double real(Object value) {
    return ((Number) value).doubleValue();
  }

  private static int compare(Object[] a) {
    return Long.compare((Long) a[0], (Long) a[1]);
  }

  /** Majors differ in what they make of an overflow. */
  private static RuntimeException overflow() {
    return ErrorReport.notSimulated("amounts of money beyond all bounds").toException();
  }

  private static long exactly(java.util.function.LongSupplier result) {
    try {
      return result.getAsLong();
    } catch (ArithmeticException e) {
      throw overflow();
    }
  }

  private static long times(Object amount, Object factor) {
    return exactly(() -> Math.multiplyExact(whole(amount), whole(factor)));
  }

  private static long rounded(double amount) {
    if (Double.isNaN(amount) || Math.abs(amount) >= 0x1p63) {
      throw overflow();
    }
    return (long) Math.rint(amount);
  }

  private static long divisor(long divisor) {
    if (divisor == 0) {
      throw FunctionErrors.divisionByZero();
    }
    return divisor;
  }

  private static double divisor(double divisor) {
    if (divisor == 0) {
      throw FunctionErrors.divisionByZero();
    }
    return divisor;
  }

  private static long ofNumeric(Numeric amount) {
    return amount.multiply(Numeric.of(CENTS)).toLong(Long.SIZE, "bigint");
  }

  private static long ofWhole(long amount) {
    try {
      return Math.multiplyExact(amount, CENTS);
    } catch (ArithmeticException e) {
      throw FunctionErrors.bigintRange();
    }
  }
}
