package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.DataType;
import io.pgdouble.type.Inet;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.MultirangeValue;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.RangeType;
import io.pgdouble.type.RangeValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * The order of a type's values by its default B-tree operator class, as arrays, records and sorting
 * need it; two values are equal where it says 0. Nulls are not compared. Source: {@code
 * typcache.c}.
 */
public final class ValueOrder {
  private static final int FIRST_NORMAL_OID = 16_384;

  private ValueOrder() {}

  /** The order of a type's values; empty for a type that has none (or whose is not simulated). */
  public static Optional<Comparator<Object>> find(int type) {
    return Optional.ofNullable(comparator(type));
  }

  /**
   * @throws ReportedError {@code 42883} as the server reports a type without an equality operator
   */
  static Comparator<Object> equality(int type) {
    if (type == TypeOid.ACLITEM) {
      return (a, b) -> a.equals(b) ? 0 : 1; // it can be hashed, and has no order
    }
    if (isUsers(type)) {
      return ValueOrder::equalValues;
    }
    return find(type)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify an equality operator for type " + TypeName.format(type)));
  }

  /**
   * @throws ReportedError {@code 42883} as the server reports a type without an order
   */
  static Comparator<Object> order(int type) {
    return find(type)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify a comparison function for type " + TypeName.format(type)));
  }

  private static boolean isUsers(int type) {
    return Integer.compareUnsigned(type, FIRST_NORMAL_OID) >= 0;
  }

  /** Values of a user's type, of which nothing is known here but what they are. */
  private static int equalValues(Object one, Object other) {
    boolean plain = one instanceof Long || one instanceof Integer || one instanceof String;
    return plain ? (one.equals(other) ? 0 : 1) : orderValues(one, other);
  }

  private static int orderValues(Object one, Object other) {
    if (one instanceof RecordValue row) {
      return Records.compare(row, (RecordValue) other);
    }
    if (one instanceof ArrayValue array) {
      return Arrays.compare(array, (ArrayValue) other);
    }
    throw ErrorReport.notSimulated("the order of users' types within rows and arrays")
        .toException();
  }

  /** Null where there is none. A table. */
  private static Comparator<Object> comparator(int type) {
    return switch (type) {
      case TypeOid.BOOL -> (a, b) -> Boolean.compare((Boolean) a, (Boolean) b);
      case TypeOid.INT2,
          TypeOid.INT4,
          TypeOid.INT8,
          TypeOid.OID,
          TypeOid.DATE,
          TypeOid.TIME,
          TypeOid.TIMESTAMP,
          TypeOid.TIMESTAMPTZ,
          TypeOid.REGCLASS,
          TypeOid.REGTYPE,
          TypeOid.REGPROC,
          TypeOid.REGPROCEDURE,
          TypeOid.REGOPER,
          TypeOid.REGOPERATOR,
          TypeOid.REGNAMESPACE,
          TypeOid.REGROLE,
          TypeOid.REGCOLLATION,
          TypeOid.REGCONFIG,
          TypeOid.REGDICTIONARY,
          TypeOid.MONEY ->
          (a, b) -> Long.compare(((Number) a).longValue(), ((Number) b).longValue());
      case TypeOid.XID8, TypeOid.PG_LSN, TypeOid.MACADDR, TypeOid.MACADDR8 ->
          (a, b) -> Long.compareUnsigned((Long) a, (Long) b);
      case TypeOid.FLOAT4, TypeOid.FLOAT8 ->
          (a, b) ->
              FloatComparisons.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
      case TypeOid.NUMERIC -> (a, b) -> ((Numeric) a).compareTo((Numeric) b);
      case TypeOid.TEXT, TypeOid.VARCHAR, TypeOid.NAME, TypeOid.UNKNOWN, TypeOid.CHAR ->
          (a, b) -> CodePoints.compare((String) a, (String) b);
      case TypeOid.BPCHAR ->
          (a, b) ->
              CodePoints.compare(
                  CodePoints.stripTrailingSpaces((String) a),
                  CodePoints.stripTrailingSpaces((String) b));
      case TypeOid.BYTEA -> (a, b) -> ByteOrder.bytes((byte[]) a, (byte[]) b);
      case TypeOid.TIMETZ -> (a, b) -> TimesOfDay.compare((TimeTz) a, (TimeTz) b);
      case TypeOid.INTERVAL -> (a, b) -> ((Interval) a).compareTo((Interval) b);
      case TypeOid.INET, TypeOid.CIDR -> (a, b) -> ((Inet) a).compareTo((Inet) b);
      case TypeOid.UUID -> (a, b) -> Uuids.compare((UUID) a, (UUID) b);
      case TypeOid.JSONB -> (a, b) -> JsonbOrder.compare((Jsonb) a, (Jsonb) b);
      case TypeOid.RECORD -> (a, b) -> Records.compare((RecordValue) a, (RecordValue) b);
      default ->
          RangeType.ofRange(type).isPresent()
              ? (a, b) -> Ranges.compare((RangeValue) a, (RangeValue) b)
              : isUsers(type) ? ValueOrder::orderValues : ofMultirange(type);
    };
  }

  private static Comparator<Object> ofMultirange(int type) {
    return RangeType.ofMultirange(type).isPresent()
        ? (a, b) -> Multiranges.compare((MultirangeValue) a, (MultirangeValue) b)
        : ofArray(type);
  }

  private static Comparator<Object> ofArray(int type) {
    Optional<DataType> array = Types.find(type).filter(DataType::isTrueArray);
    return array.isPresent() && comparator(array.get().elementOid()) != null
        ? (a, b) -> Arrays.compare((ArrayValue) a, (ArrayValue) b)
        : null;
  }
}
