package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Frames;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.ExecutionContext;

/** A condition over the columns of one table's row alone. */
public final class RowCondition {
  private final Evaluator condition;

  private RowCondition(Evaluator condition) {
    this.condition = condition;
  }

  public static RowCondition of(RelationEntry relation, Expression condition) {
    return new RowCondition(new ExpressionCompiler(Scope.ofRow(relation)).compile(condition));
  }

  /** Whether it is true, not false and not NULL. */
  public boolean holds(ExecutionContext context, Object[] row) {
    return Boolean.TRUE.equals(condition.evaluate(Frames.ofRow(context, row)));
  }
}
