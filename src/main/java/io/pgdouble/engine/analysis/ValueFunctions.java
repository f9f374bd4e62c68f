package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ValueFunction;
import io.pgdouble.engine.tree.SqlValueFunction;
import io.pgdouble.type.TypeOid;

/** {@code CURRENT_DATE} and its like ({@code transformSQLValueFunction}). */
final class ValueFunctions {
  private static final int MAX_PRECISION = 6;

  private ValueFunctions() {}

  static Expression analyze(SqlValueFunction node) {
    int location = node.location();
    return switch (node.op()) {
      case CURRENT_DATE -> of(ValueFunction.CURRENT_DATE, TypeOid.DATE, -1, location);
      case CURRENT_TIME, CURRENT_TIME_N ->
          of(ValueFunction.CURRENT_TIME, TypeOid.TIMETZ, precision(node), location);
      case CURRENT_TIMESTAMP, CURRENT_TIMESTAMP_N ->
          of(ValueFunction.CURRENT_TIMESTAMP, TypeOid.TIMESTAMPTZ, precision(node), location);
      case LOCALTIME, LOCALTIME_N ->
          of(ValueFunction.LOCALTIME, TypeOid.TIME, precision(node), location);
      case LOCALTIMESTAMP, LOCALTIMESTAMP_N ->
          of(ValueFunction.LOCALTIMESTAMP, TypeOid.TIMESTAMP, precision(node), location);
      case CURRENT_ROLE -> of(ValueFunction.CURRENT_ROLE, TypeOid.NAME, -1, location);
      case CURRENT_USER -> of(ValueFunction.CURRENT_USER, TypeOid.NAME, -1, location);
      case USER -> of(ValueFunction.USER, TypeOid.NAME, -1, location);
      case SESSION_USER -> of(ValueFunction.SESSION_USER, TypeOid.NAME, -1, location);
      case CURRENT_CATALOG -> of(ValueFunction.CURRENT_CATALOG, TypeOid.NAME, -1, location);
      case CURRENT_SCHEMA -> of(ValueFunction.CURRENT_SCHEMA, TypeOid.NAME, -1, location);
    };
  }

  private static Expression of(ValueFunction function, int type, int typmod, int location) {
    return new Expression.SqlValueFunction(function, type, typmod, location);
  }

  private static int precision(SqlValueFunction node) {
    if (node.typmod() > MAX_PRECISION) {
      throw Complaint.notSimulated("a precision above " + MAX_PRECISION);
    }
    return node.typmod();
  }
}
