package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import java.util.Set;
import java.util.TreeSet;

/** Which columns an expression over a row of a table looks at ({@code pull_varattnos}). */
final class ColumnsOf extends ExpressionWalker {
  private final Set<Integer> numbers = new TreeSet<>();

  private ColumnsOf() {}

  /** Their indexes, from 0. */
  static int[] indexes(Expression expression) {
    ColumnsOf finder = new ColumnsOf();
    finder.walk(expression);
    return finder.numbers.stream().mapToInt(number -> number - 1).toArray();
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    numbers.add(node.attribute());
    return super.onVar(node);
  }
}
