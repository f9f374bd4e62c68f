package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.Snapshot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Functions of {@code pg_lsn} and {@code pg_snapshot}. Source: {@code pg_lsn.c}, {@code
 * xid8funcs.c}. A table.
 */
final class PositionFunctions {
  private PositionFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pg_lsn_cmp" -> (c, a) -> compare(a);
      case "pg_lsn_eq" -> (c, a) -> compare(a) == 0;
      case "pg_lsn_ne" -> (c, a) -> compare(a) != 0;
      case "pg_lsn_lt" -> (c, a) -> compare(a) < 0;
      case "pg_lsn_le" -> (c, a) -> compare(a) <= 0;
      case "pg_lsn_gt" -> (c, a) -> compare(a) > 0;
      case "pg_lsn_ge" -> (c, a) -> compare(a) >= 0;
      case "pg_lsn_larger" -> (c, a) -> compare(a) > 0 ? a[0] : a[1];
      case "pg_lsn_smaller" -> (c, a) -> compare(a) < 0 ? a[0] : a[1];
      case "pg_lsn_mi", "pg_wal_lsn_diff" -> (c, a) -> number(a[0]).subtract(number(a[1]));
      case "pg_lsn_pli" -> (c, a) -> plus(a[0], (Numeric) a[1]);
      case "numeric_pl_pg_lsn" -> (c, a) -> plus(a[1], (Numeric) a[0]);
      case "pg_lsn_mii" -> (c, a) -> minus(a[0], (Numeric) a[1]);
      case "numeric_pg_lsn" -> (c, a) -> position((Numeric) a[0]);
      case "pg_snapshot_xmin" -> (c, a) -> ((Snapshot) a[0]).xmin();
      case "pg_snapshot_xmax" -> (c, a) -> ((Snapshot) a[0]).xmax();
      case "pg_snapshot_xip" -> (c, a) -> List.copyOf(((Snapshot) a[0]).running()).iterator();
      case "pg_visible_in_snapshot" -> (c, a) -> ((Snapshot) a[1]).shows((Long) a[0]);
      default -> null;
    };
  }

  private static int compare(Object[] a) {
    return Long.compareUnsigned((Long) a[0], (Long) a[1]);
  }

  private static Numeric number(Object position) {
    return Numeric.of(new BigDecimal(new BigInteger(Long.toUnsignedString((Long) position))));
  }

  private static ReportedError unsupported(String message) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, message);
  }

  private static long plus(Object position, Numeric bytes) {
    if (bytes.isNaN()) {
      throw unsupported("cannot add NaN to pg_lsn");
    }
    return position(number(position).add(bytes));
  }

  private static long minus(Object position, Numeric bytes) {
    if (bytes.isNaN()) {
      throw unsupported("cannot subtract NaN from pg_lsn");
    }
    return position(number(position).subtract(bytes));
  }

  private static long position(Numeric value) {
    if (!value.isFinite()) {
      throw unsupported("cannot convert " + (value.isNaN() ? "NaN" : "infinity") + " to pg_lsn");
    }
    BigInteger whole = value.round(0).value().toBigInteger();
    if (whole.signum() < 0 || whole.bitLength() > Long.SIZE) {
      throw FunctionErrors.invalidParameter("pg_lsn out of range");
    }
    return whole.longValue();
  }
}
