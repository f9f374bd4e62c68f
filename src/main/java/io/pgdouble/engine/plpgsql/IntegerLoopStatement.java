package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.Optional;

/** {@code exec_stmt_fori}. */
final class IntegerLoopStatement extends PlStatement {
  private final Datum.Variable variable;
  private final Range range;
  private final LoopBody body;

  IntegerLoopStatement(int line, Datum.Variable variable, Range range, LoopBody body) {
    super(line);
    this.variable = variable;
    this.range = range;
    this.body = body;
  }

  /** Which way it counts. */
  enum Direction {
    UP,
    DOWN
  }

  /** From where to where it counts, and by how much. */
  record Range(
      PlExpression lower, PlExpression upper, Optional<PlExpression> step, Direction direction) {}

  @Override
  String typeName() {
    return "FOR with integer loop variable";
  }

  @Override
  Outcome run(Estate estate) {
    long value = bound(estate, range.lower(), "lower bound of FOR loop cannot be null");
    long last = bound(estate, range.upper(), "upper bound of FOR loop cannot be null");
    long step = range.direction() == Direction.UP ? step(estate) : -step(estate);
    boolean any = false;
    Optional<Outcome> end = Optional.empty();
    while (end.isEmpty() && value == (int) value && (step > 0 ? value <= last : value >= last)) {
      any = true;
      estate.variables.set(variable, (int) value);
      end = body.once(estate);
      value += step;
    }
    estate.found(any);
    return end.orElse(Outcome.OK);
  }

  private static int bound(Estate estate, PlExpression expression, String missing) {
    Object value = estate.evalAs(expression, TypeOid.INT4);
    if (value == null) {
      throw PlErrors.nullValue(missing);
    }
    return (Integer) value;
  }

  private int step(Estate estate) {
    if (range.step().isEmpty()) {
      return 1;
    }
    int step = bound(estate, range.step().get(), "BY value of FOR loop cannot be null");
    if (step <= 0) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "BY value of FOR loop must be greater than zero");
    }
    return step;
  }
}
