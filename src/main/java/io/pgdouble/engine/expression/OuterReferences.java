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
    return new Expression.Var(
        node.levelsUp() + levels,
        node.relation(),
        node.attribute(),
        node.type(),
        node.typmod(),
        node.collation(),
        node.location());
  }
}
