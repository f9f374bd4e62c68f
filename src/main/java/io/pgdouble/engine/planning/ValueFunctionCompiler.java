package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Calls;
import io.pgdouble.engine.execution.Conversions;
import io.pgdouble.engine.execution.Conversions.SessionName;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Leaves;
import io.pgdouble.engine.expression.Expression.SqlValueFunction;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.type.TypeOid;

/** {@code CURRENT_DATE} and its like: the transaction's time in the session's zone, and names. */
final class ValueFunctionCompiler {
  private ValueFunctionCompiler() {}

  static Evaluator compile(SqlValueFunction node) {
    return switch (node.function()) {
      case CURRENT_DATE -> converted("timestamptz_date", node);
      case CURRENT_TIME -> scaled("timetz_scale", converted("timestamptz_timetz", node), node);
      case CURRENT_TIMESTAMP -> scaled("timestamptz_scale", new Conversions.Now(), node);
      case LOCALTIME -> scaled("time_scale", converted("timestamptz_time", node), node);
      case LOCALTIMESTAMP ->
          scaled("timestamp_scale", converted("timestamptz_timestamp", node), node);
      case CURRENT_ROLE, CURRENT_USER, USER -> new SessionName(SessionName.Kind.CURRENT_USER);
      case SESSION_USER -> new SessionName(SessionName.Kind.SESSION_USER);
      case CURRENT_CATALOG -> new SessionName(SessionName.Kind.DATABASE);
      case CURRENT_SCHEMA -> new SessionName(SessionName.Kind.SCHEMA);
    };
  }

  private static Evaluator converted(String function, SqlValueFunction node) {
    CallSite site = CallSite.of(node.type(), TypeOid.TIMESTAMPTZ);
    return Calls.of(
        FunctionCalls.internal(function, site), new Evaluator[] {new Conversions.Now()});
  }

  private static Evaluator scaled(String function, Evaluator time, SqlValueFunction node) {
    if (node.typmod() < 0) {
      return time;
    }
    CallSite site = CallSite.of(node.type(), node.type(), TypeOid.INT4);
    return Calls.of(
        FunctionCalls.internal(function, site),
        new Evaluator[] {time, new Leaves.Constant(node.typmod())});
  }
}
