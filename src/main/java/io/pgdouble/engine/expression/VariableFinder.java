package io.pgdouble.engine.expression;

/** Looks for columns of the query level an expression stands in ({@code contain_vars_of_level}). */
public final class VariableFinder extends ExpressionWalker {
  private int depth;
  private int location = -1;

  private VariableFinder() {}

  /** Whether the expression refers to a column of its own query. */
  public static boolean anyOfThisLevel(Expression expression) {
    return !(expression instanceof Expression.Const) && new VariableFinder().walk(expression);
  }

  /** Where the first of them stands ({@code locate_var_of_level}). */
  public static int locationOfThisLevel(Expression expression) {
    VariableFinder finder = new VariableFinder();
    finder.walk(expression);
    return finder.location;
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    boolean found = node.levelsUp() == depth;
    location = found ? node.location() : location;
    return found;
  }

  @Override
  public Boolean onAggref(Expression.Aggref node) {
    return node.levelsUp() == depth || super.onAggref(node);
  }

  @Override
  protected boolean query(Query query) {
    depth++;
    boolean found = QueryExpressions.walk(query, this, this::query);
    depth--;
    return found;
  }
}
