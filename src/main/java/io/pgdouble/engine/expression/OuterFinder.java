package io.pgdouble.engine.expression;

/** Looks for references from a query to the one directly around it. */
public final class OuterFinder extends ExpressionWalker {
  private int depth = 1;

  private OuterFinder() {}

  /** Whether the query refers to columns of the query it stands in. */
  public static boolean refersToParent(Query query) {
    OuterFinder finder = new OuterFinder();
    return QueryExpressions.walk(query, finder, finder::query);
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    return node.levelsUp() == depth;
  }

  @Override
  protected boolean query(Query query) {
    depth++;
    boolean found = QueryExpressions.walk(query, this, this::query);
    depth--;
    return found;
  }
}
