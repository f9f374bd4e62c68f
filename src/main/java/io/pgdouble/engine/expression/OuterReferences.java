package io.pgdouble.engine.expression;

/** Moves references to outer queries when an expression moves into a query inside. */
public final class OuterReferences extends ExpressionMapper {
  private final int levels;

  private OuterReferences(int levels) {
    this.levels = levels;
  }

  /** The expression with its own query's columns {@code levels} queries further out. */
  public static Expression raise(Expression expression, int levels) {
    return new OuterReferences(levels).map(expression);
  }

  @Override
  public Expression onVar(Expression.Var node) {
    return node.at(node.levelsUp() + levels, node.location());
  }

  @Override
  public Expression onJoinColumn(Expression.JoinColumn node) {
    return new Expression.JoinColumn(
        node.levelsUp() + levels, node.written(), map(node.value()), node.location());
  }
}
