package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** The range types the server is born with: {@code pg_range}. */
public enum RangeType {
  INT4(TypeOid.INT4RANGE, TypeOid.INT4, TypeOid.INT4MULTIRANGE),
  INT8(TypeOid.INT8RANGE, TypeOid.INT8, TypeOid.INT8MULTIRANGE),
  NUM(TypeOid.NUMRANGE, TypeOid.NUMERIC, TypeOid.NUMMULTIRANGE),
  TS(TypeOid.TSRANGE, TypeOid.TIMESTAMP, TypeOid.TSMULTIRANGE),
  TSTZ(TypeOid.TSTZRANGE, TypeOid.TIMESTAMPTZ, TypeOid.TSTZMULTIRANGE),
  DATE(TypeOid.DATERANGE, TypeOid.DATE, TypeOid.DATEMULTIRANGE);

  /** {@code date.h: DATE_END_JULIAN}, in days since 2000. */
  private static final int DATE_END = 2_147_483_494 - DateTimes.EPOCH_JULIAN_DAY;

  private final int range;
  private final int subtype;
  private final int multirange;

  RangeType(int range, int subtype, int multirange) {
    this.range = range;
    this.subtype = subtype;
    this.multirange = multirange;
  }

  /** The type whose ranges have this type. */
  public static Optional<RangeType> ofRange(int oid) {
    return find(oid, oid, 0);
  }

  /** The type whose multiranges have this type. */
  public static Optional<RangeType> ofMultirange(int oid) {
    return find(oid, 0, oid);
  }

  private static Optional<RangeType> find(int oid, int range, int multirange) {
    for (RangeType type : values()) {
      if (oid != 0 && (type.range == range || type.multirange == multirange)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public int range() {
    return range;
  }

  public int subtype() {
    return subtype;
  }

  public int multirange() {
    return multirange;
  }

  @SuppressWarnings("unchecked")
  int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  /** Whether there is nothing between a value and the next. */
  boolean isDiscrete() {
    return switch (this) {
      case INT4, INT8, DATE -> true;
      case NUM, TS, TSTZ -> false;
    };
  }

  /** Whether the type's infinities are values like others, which have no next. */
  boolean hasNext(Object value) {
    boolean infinite =
        value.equals(DateTimes.DATE_INFINITY) || value.equals(DateTimes.DATE_MINUS_INFINITY);
    return this != DATE || !infinite;
  }

  /** The value after this one, of a discrete type. */
  Object next(Object value) {
    return switch (this) {
      case INT4 -> nextOf((Integer) value);
      case INT8 -> nextOf((Long) value);
      case DATE -> nextDay((Integer) value);
      case NUM, TS, TSTZ -> value;
    };
  }

  private static int nextOf(int value) {
    if (value == Integer.MAX_VALUE) {
      throw new ReportedError(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }
    return value + 1;
  }

  private static long nextOf(long value) {
    if (value == Long.MAX_VALUE) {
      throw new ReportedError(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "bigint out of range");
    }
    return value + 1;
  }

  private static int nextDay(int value) {
    if (value + 1 >= DATE_END) {
      throw new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range");
    }
    return value + 1;
  }
}
