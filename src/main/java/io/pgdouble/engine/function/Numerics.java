package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;

/** What {@link Numeric} itself does not do. Source: {@code numeric.c}. */
final class Numerics {
  /** The greatest factorial that fits a numeric. */
  private static final long MAX_FACTORIAL = 32177;

  private Numerics() {}

  static Numeric sign(Numeric number) {
    return number.isNaN() ? number : Numeric.of(number.signum());
  }

  static Numeric factorial(CallContext context, long number) {
    if (number < 0) {
      throw FunctionErrors.range("factorial of a negative number is undefined");
    }
    if (number > MAX_FACTORIAL) {
      throw FunctionErrors.range("value overflows numeric format");
    }
    BigInteger product = BigInteger.ONE;
    for (long factor = 2; factor <= number; factor++) {
      context.execution().checkForInterrupts();
      product = product.multiply(BigInteger.valueOf(factor));
    }
    return Numeric.of(new BigDecimal(product));
  }

  static Numeric gcd(Numeric left, Numeric right) {
    if (!left.isFinite() || !right.isFinite()) {
      return Numeric.NAN;
    }
    return Numeric.of(gcd(left.value(), right.value()));
  }

  private static BigDecimal gcd(BigDecimal left, BigDecimal right) {
    int scale = Math.max(left.scale(), right.scale());
    BigInteger first = left.setScale(scale).unscaledValue();
    BigInteger second = right.setScale(scale).unscaledValue();
    return new BigDecimal(first.gcd(second), scale);
  }

  static Numeric lcm(Numeric left, Numeric right) {
    if (!left.isFinite() || !right.isFinite()) {
      return Numeric.NAN;
    }
    int scale = Math.max(left.scale(), right.scale());
    if (left.signum() == 0 || right.signum() == 0) {
      return Numeric.of(BigDecimal.ZERO.setScale(scale));
    }
    BigDecimal quotient = left.value().divideToIntegralValue(gcd(left.value(), right.value()));
    return Numeric.of(quotient.multiply(right.value()).abs().setScale(scale));
  }

  /** By the text, so that its complaints are those of the input function. */
  static Object toFloat4(CallContext context, Numeric number) {
    return number.isFinite()
        ? Types.io(TypeOid.FLOAT4).input(number.toString(), -1, context.types())
        : (Object) (float) number.toDouble();
  }

  static Object toFloat8(CallContext context, Numeric number) {
    return number.isFinite()
        ? Types.io(TypeOid.FLOAT8).input(number.toString(), -1, context.types())
        : (Object) number.toDouble();
  }
}
