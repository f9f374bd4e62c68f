package io.pgdouble.type;

import io.pgdouble.error.ReportedError;

/**
 * Type modifiers: the number that {@code varchar(10)} or {@code numeric(5,2)} become. Server: the
 * {@code typmodin} and {@code typmodout} functions.
 */
public final class Typmods {
  /** {@code VARHDRSZ}, which lengths and numeric's modifiers carry on top. */
  static final int HEADER = 4;

  /** {@code MaxAttrSize}. */
  private static final int MAX_LENGTH = 10 * 1024 * 1024;

  private static final int MAX_TIME_PRECISION = 6;
  private static final int INTERVAL_FULL_PRECISION = 0xffff;
  static final int INTERVAL_FULL_RANGE = 0x7fff;

  private Typmods() {}

  /** Whether a type takes modifiers at all ({@code pg_type.typmodin}). */
  public static boolean takesModifiers(int oid) {
    return switch (oid) {
      case TypeOid.BPCHAR,
          TypeOid.VARCHAR,
          TypeOid.NUMERIC,
          TypeOid.BIT,
          TypeOid.VARBIT,
          TypeOid.TIME,
          TypeOid.TIMETZ,
          TypeOid.TIMESTAMP,
          TypeOid.TIMESTAMPTZ,
          TypeOid.INTERVAL ->
          true;
      default -> false;
    };
  }

  /**
   * The modifier for the numbers written behind a type's name; for an interval the grammar hands
   * the range mask first, then the precision.
   *
   * @param oid a type that {@link #takesModifiers}, not an array
   * @throws ReportedError {@code 22023} as the type's function reports it
   */
  public static int parse(int oid, int... numbers) {
    return switch (oid) {
      case TypeOid.BPCHAR -> length("char", HEADER, numbers);
      case TypeOid.VARCHAR -> length("varchar", HEADER, numbers);
      case TypeOid.BIT -> bits("bit", numbers);
      case TypeOid.VARBIT -> bits("varbit", numbers);
      case TypeOid.NUMERIC -> numeric(numbers);
      case TypeOid.INTERVAL -> interval(numbers);
      case TypeOid.TIME -> clock("TIME", "", numbers);
      case TypeOid.TIMETZ -> clock("TIME", " WITH TIME ZONE", numbers);
      case TypeOid.TIMESTAMP -> clock("TIMESTAMP", "", numbers);
      default -> clock("TIMESTAMP", " WITH TIME ZONE", numbers);
    };
  }

  private static int length(String type, int header, int[] numbers) {
    if (numbers.length != 1) {
      throw TypeErrors.invalidParameter("invalid type modifier");
    }
    int length = numbers[0];
    if (length < 1) {
      throw TypeErrors.invalidParameter("length for type " + type + " must be at least 1");
    }
    if (length > MAX_LENGTH) {
      throw TypeErrors.invalidParameter("length for type " + type + " cannot exceed " + MAX_LENGTH);
    }
    return length + header;
  }

  private static int bits(String type, int[] numbers) {
    int max = MAX_LENGTH * 8;
    if (numbers.length == 1 && numbers[0] >= 1 && numbers[0] <= max) {
      return numbers[0];
    }
    if (numbers.length == 1 && numbers[0] > max) {
      throw TypeErrors.invalidParameter("length for type " + type + " cannot exceed " + max);
    }
    return length(type, 0, numbers);
  }

  private static int numeric(int[] numbers) {
    if (numbers.length != 1 && numbers.length != 2) {
      throw TypeErrors.invalidParameter("invalid NUMERIC type modifier");
    }
    int precision = numbers[0];
    if (precision < 1 || precision > 1000) {
      throw TypeErrors.invalidParameter(
          "NUMERIC precision " + precision + " must be between 1 and 1000");
    }
    int scale = numbers.length == 2 ? numbers[1] : 0;
    if (scale < -1000 || scale > 1000) {
      throw TypeErrors.invalidParameter(
          "NUMERIC scale " + scale + " must be between -1000 and 1000");
    }
    return (precision << 16 | scale & 0x7ff) + HEADER;
  }

  /**
   * More than six digits are cut to six, for which the server also warns ({@code TIMESTAMP(7)
   * precision reduced to maximum allowed, 6}); the warning is the caller's, see {@link
   * #reducedPrecision}.
   */
  private static int clock(String type, String suffix, int[] numbers) {
    if (numbers.length != 1) {
      throw TypeErrors.invalidParameter("invalid type modifier");
    }
    if (numbers[0] < 0) {
      throw TypeErrors.invalidParameter(
          type + "(" + numbers[0] + ")" + suffix + " precision must not be negative");
    }
    return Math.min(numbers[0], MAX_TIME_PRECISION);
  }

  private static int interval(int[] numbers) {
    if (numbers.length != 1 && numbers.length != 2) {
      throw TypeErrors.invalidParameter("invalid INTERVAL type modifier");
    }
    int range = numbers[0];
    if (numbers.length == 1) {
      return range == INTERVAL_FULL_RANGE ? -1 : range << 16 | INTERVAL_FULL_PRECISION;
    }
    if (numbers[1] < 0) {
      throw TypeErrors.invalidParameter(
          "INTERVAL(" + numbers[1] + ") precision must not be negative");
    }
    return range << 16 | Math.min(numbers[1], MAX_TIME_PRECISION);
  }

  /**
   * The text of the warning {@code 22023} for a precision that was cut, or the empty text.
   *
   * @param numbers as handed to {@link #parse}
   */
  public static String reducedPrecision(int oid, int... numbers) {
    String call =
        switch (oid) {
          case TypeOid.TIME -> "TIME(%d)";
          case TypeOid.TIMETZ -> "TIME(%d) WITH TIME ZONE";
          case TypeOid.TIMESTAMP -> "TIMESTAMP(%d)";
          case TypeOid.TIMESTAMPTZ -> "TIMESTAMP(%d) WITH TIME ZONE";
          case TypeOid.INTERVAL -> "INTERVAL(%d)";
          default -> "";
        };
    int precision = numbers.length == 0 ? 0 : numbers[numbers.length - 1];
    boolean none = call.isEmpty() || oid == TypeOid.INTERVAL && numbers.length != 2;
    if (none || precision <= MAX_TIME_PRECISION) {
      return "";
    }
    return String.format(call, precision)
        + " precision reduced to maximum allowed, "
        + MAX_TIME_PRECISION;
  }

  /** {@code typmodout}: {@code (10)}, {@code (5,2)}, {@code day to second(3)}; or empty. */
  public static String format(int oid, int typmod) {
    if (typmod < 0) {
      return "";
    }
    return switch (oid) {
      case TypeOid.BPCHAR, TypeOid.VARCHAR -> typmod > HEADER ? "(" + (typmod - HEADER) + ")" : "";
      case TypeOid.NUMERIC -> "(" + precision(typmod) + "," + scale(typmod) + ")";
      case TypeOid.INTERVAL -> formatInterval(typmod);
      default -> "(" + typmod + ")";
    };
  }

  private static String formatInterval(int typmod) {
    int precision = intervalPrecision(typmod);
    return IntervalRange.of(intervalRange(typmod)).words()
        + (precision == INTERVAL_FULL_PRECISION ? "" : "(" + precision + ")");
  }

  /** Precision of a numeric's modifier. */
  public static int precision(int typmod) {
    return typmod - HEADER >> 16 & 0xffff;
  }

  /** Scale of a numeric's modifier, which may be negative. */
  public static int scale(int typmod) {
    return ((typmod - HEADER & 0x7ff) ^ 1024) - 1024;
  }

  /** The digits after the second an interval keeps; 6 where the modifier does not say. */
  public static int intervalPrecision(int typmod) {
    return typmod & 0xffff;
  }

  /** The mask of fields an interval's modifier allows. */
  public static int intervalRange(int typmod) {
    return typmod >> 16 & 0x7fff;
  }
}
