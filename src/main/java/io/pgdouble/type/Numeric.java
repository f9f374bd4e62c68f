package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A {@code numeric}: a decimal number with a display scale, NaN, or an infinity. Immutable.
 *
 * <p>Results of arithmetic have the scale PostgreSQL gives them. {@link #compareTo} is SQL's order
 * (NaN equals itself and is greater than all else); {@link #equals} agrees with it, so 1.0 equals
 * 1.00. Bounds: 131072 digits before the point, 16383 after it, else {@code 22003}. Server: {@code
 * numeric.c}.
 */
public final class Numeric implements Comparable<Numeric> {
  public static final Numeric NAN = new Numeric(Kind.NAN, BigDecimal.ZERO);
  public static final Numeric INFINITY = new Numeric(Kind.INFINITY, BigDecimal.ZERO);
  public static final Numeric MINUS_INFINITY = new Numeric(Kind.MINUS_INFINITY, BigDecimal.ZERO);
  public static final Numeric ZERO = new Numeric(Kind.FINITE, BigDecimal.ZERO);
  public static final Numeric ONE = new Numeric(Kind.FINITE, BigDecimal.ONE);

  /** {@code NUMERIC_DSCALE_MAX}. */
  static final int MAX_SCALE = 16383;

  /** How far before the point {@code round} and {@code trunc} may reach. */
  private static final int MIN_RESULT_SCALE = -131073;

  private static final int MAX_INTEGER_DIGITS = 131072;

  /** In ascending order, but for FINITE, whose order is by value. */
  private enum Kind {
    MINUS_INFINITY,
    FINITE,
    INFINITY,
    NAN
  }

  private final Kind kind;
  private final BigDecimal value;

  private Numeric(Kind kind, BigDecimal value) {
    this.kind = kind;
    this.value = value;
  }

  public static Numeric of(long value) {
    return new Numeric(Kind.FINITE, BigDecimal.valueOf(value));
  }

  /**
   * A finite number whose display scale is the scale of {@code value} (0 for a negative one).
   *
   * @throws ReportedError {@code 22003} for a number beyond the format's bounds
   */
  public static Numeric of(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    if (plain.scale() > MAX_SCALE
        || plain.precision() - plain.scale() > MAX_INTEGER_DIGITS && plain.signum() != 0) {
      throw overflow();
    }
    return new Numeric(Kind.FINITE, plain);
  }

  static ReportedError overflow() {
    return new ReportedError(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
  }

  /** Reads a text as the input function does, without a modifier. */
  public static Numeric parse(String text) {
    return NumericText.parse(text);
  }

  /** From a float8: its 15 significant digits. Server: {@code float8_numeric}. */
  public static Numeric of(double value) {
    return ofRounded(value, 15);
  }

  /** From a float4: its 6 significant digits. Server: {@code float4_numeric}. */
  public static Numeric of(float value) {
    return ofRounded(value, 6);
  }

  private static Numeric ofRounded(double value, int digits) {
    if (Double.isNaN(value)) {
      return NAN;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITY : MINUS_INFINITY;
    }
    return parse(FloatText.general(value, digits));
  }

  public boolean isNaN() {
    return kind == Kind.NAN;
  }

  public boolean isInfinite() {
    return kind == Kind.INFINITY || kind == Kind.MINUS_INFINITY;
  }

  public boolean isFinite() {
    return kind == Kind.FINITE;
  }

  /** The value of a finite number; its scale is the display scale. */
  public BigDecimal value() {
    if (!isFinite()) {
      throw new ArithmeticException("not finite: " + this);
    }
    return value;
  }

  /** Digits shown after the point. */
  public int scale() {
    return value.scale();
  }

  /** -1, 0, 1; of an infinity its sign; of NaN 1, as it is greater than all. */
  public int signum() {
    return isFinite() ? value.signum() : kind.compareTo(Kind.FINITE);
  }

  /** Whether there is no fraction; the infinities have none. Server: numeric_is_integral. */
  boolean isIntegral() {
    return isInfinite() || isFinite() && NumericScale.stripped(value).scale() <= 0;
  }

  public Numeric negate() {
    return switch (kind) {
      case FINITE -> new Numeric(kind, value.negate());
      case INFINITY -> MINUS_INFINITY;
      case MINUS_INFINITY -> INFINITY;
      case NAN -> NAN;
    };
  }

  public Numeric abs() {
    return signum() < 0 ? negate() : this;
  }

  public Numeric add(Numeric other) {
    if (isFinite() && other.isFinite()) {
      return of(value.add(other.value));
    }
    if (isNaN() || other.isNaN() || isInfinite() && other.isInfinite() && kind != other.kind) {
      return NAN;
    }
    return isInfinite() ? this : other;
  }

  public Numeric subtract(Numeric other) {
    return add(other.negate());
  }

  public Numeric multiply(Numeric other) {
    if (isFinite() && other.isFinite()) {
      BigDecimal product = value.multiply(other.value);
      return of(product.scale() > MAX_SCALE ? rounded(product, MAX_SCALE) : product);
    }
    if (isNaN() || other.isNaN()) {
      return NAN;
    }
    return infinityOf(signum() * other.signum());
  }

  /** An infinity of a sign; 0 stands for what has none. */
  private static Numeric infinityOf(int sign) {
    if (sign == 0) {
      return NAN;
    }
    return sign > 0 ? INFINITY : MINUS_INFINITY;
  }

  /**
   * The quotient with the scale {@code select_div_scale} chooses: at least 16 significant digits.
   *
   * @throws ReportedError {@code 22012}
   */
  public Numeric divide(Numeric other) {
    if (isFinite() && other.isFinite()) {
      if (other.signum() == 0) {
        throw divisionByZero();
      }
      int scale = NumericScale.ofQuotient(value, other.value);
      return of(value.divide(other.value, scale, RoundingMode.HALF_UP));
    }
    return divideSpecial(other);
  }

  /** The whole part of the quotient ({@code div}). */
  public Numeric divideTruncated(Numeric other) {
    if (isFinite() && other.isFinite()) {
      if (other.signum() == 0) {
        throw divisionByZero();
      }
      return of(value.divide(other.value, 0, RoundingMode.DOWN));
    }
    return divideSpecial(other);
  }

  private Numeric divideSpecial(Numeric other) {
    if (isNaN() || other.isNaN() || isInfinite() && other.isInfinite()) {
      return NAN;
    }
    if (isFinite()) {
      return ZERO;
    }
    if (other.signum() == 0) {
      throw divisionByZero();
    }
    return infinityOf(signum() * other.signum());
  }

  /** The remainder, with the sign of the dividend. */
  public Numeric mod(Numeric other) {
    if (isNaN() || other.isNaN()) {
      return NAN;
    }
    if (other.isFinite() && other.signum() == 0) {
      throw divisionByZero();
    }
    if (isInfinite()) {
      return NAN;
    }
    if (other.isInfinite()) {
      return this;
    }
    int scale = Math.max(scale(), other.scale());
    return of(value.remainder(other.value).setScale(scale));
  }

  static ReportedError divisionByZero() {
    return new ReportedError(SqlState.DIVISION_BY_ZERO, "division by zero");
  }

  /** Rounded to a scale, halves away from zero; a negative scale rounds before the point. */
  public Numeric round(int scale) {
    return isFinite() ? scaled(scale, RoundingMode.HALF_UP) : this;
  }

  /** Cut at a scale. */
  public Numeric trunc(int scale) {
    return isFinite() ? scaled(scale, RoundingMode.DOWN) : this;
  }

  private Numeric scaled(int scale, RoundingMode mode) {
    int limited = Math.max(MIN_RESULT_SCALE, Math.min(scale, MAX_SCALE));
    BigDecimal result = value.setScale(limited, mode);
    return of(limited < 0 ? result.setScale(0) : result);
  }

  public Numeric ceil() {
    return isFinite() ? of(value.setScale(0, RoundingMode.CEILING)) : this;
  }

  public Numeric floor() {
    return isFinite() ? of(value.setScale(0, RoundingMode.FLOOR)) : this;
  }

  /** The scale needed to show the number as it is ({@code min_scale}). */
  public int minScale() {
    return value.signum() == 0 ? 0 : Math.max(0, NumericScale.stripped(value).scale());
  }

  /** Without trailing zeros after the point ({@code trim_scale}). */
  public Numeric trimScale() {
    return isFinite() ? of(value.setScale(minScale())) : this;
  }

  public Numeric sqrt() {
    return NumericRoots.sqrt(this);
  }

  public Numeric exp() {
    return NumericPowers.exp(this);
  }

  /** The natural logarithm. */
  public Numeric ln() {
    return NumericLogarithms.ln(this);
  }

  /** The logarithm to a base: {@code log(base, this)}. */
  public Numeric log(Numeric base) {
    return NumericLogarithms.log(base, this);
  }

  /** A power with the digits that a server of that major gives it. */
  public Numeric power(Numeric exponent, int major) {
    return NumericPowers.power(this, exponent, major);
  }

  /**
   * Fitted to a type's modifier: rounded to its scale.
   *
   * @throws ReportedError {@code 22003} {@code numeric field overflow} with the bound as detail
   */
  public Numeric withTypmod(int typmod) {
    return typmod < Typmods.HEADER ? this : NumericText.fit(this, typmod);
  }

  /** The nearest float8; beyond its range an infinity. */
  public double toDouble() {
    return switch (kind) {
      case FINITE -> value.doubleValue();
      case INFINITY -> Double.POSITIVE_INFINITY;
      case MINUS_INFINITY -> Double.NEGATIVE_INFINITY;
      case NAN -> Double.NaN;
    };
  }

  /**
   * Rounded to a whole number, halves away from zero.
   *
   * @param type the target as messages name it: {@code integer}
   * @throws ReportedError {@code 0A000} for NaN and the infinities (the server's own code), {@code
   *     22003} when it does not fit {@code bits}
   */
  public long toLong(int bits, String type) {
    if (!isFinite()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot convert " + (isNaN() ? "NaN" : "infinity") + " to " + type);
    }
    BigInteger whole = value.setScale(0, RoundingMode.HALF_UP).unscaledValue();
    if (whole.bitLength() >= bits) {
      throw new ReportedError(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, type + " out of range");
    }
    return whole.longValue();
  }

  static BigDecimal rounded(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Numeric other) {
    return isFinite() && other.isFinite()
        ? value.compareTo(other.value)
        : kind.compareTo(other.kind);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numeric that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return isFinite() ? NumericScale.stripped(value).hashCode() : kind.ordinal();
  }

  /** As the output function writes it. */
  @Override
  public String toString() {
    return switch (kind) {
      case FINITE -> value.toPlainString();
      case INFINITY -> "Infinity";
      case MINUS_INFINITY -> "-Infinity";
      case NAN -> "NaN";
    };
  }
}
