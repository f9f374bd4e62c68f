package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Frame;
import io.pgdouble.engine.execution.Frames;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.Snapshot;

/** An expression over parameters, or a value, alone, ready to be computed any number of times. */
public final class ScalarPlan {
  private final Evaluator evaluator;

  private ScalarPlan(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  public static ScalarPlan of(Expression expression) {
    return new ScalarPlan(new ExpressionCompiler(Scope.NONE).compile(expression));
  }

  /** The value for these parameters. */
  public Object compute(ExecutionContext context, Object... parameters) {
    return evaluator.evaluate(new Frame(context, parameters, 0, Snapshot.NOTHING));
  }

  /** The same for an expression over {@code VALUE}. */
  public Object computeOf(ExecutionContext context, Object value) {
    return evaluator.evaluate(Frames.ofValue(context, value));
  }
}
