package io.pgdouble.engine.expression;

/** Looks for references from a query to the one directly around it. */
public final class OuterFinder extends ExpressionWalker {
  private final boolean anyLevel;
  private int depth = 1;

  private OuterFinder(boolean anyLevel) {
    this.anyLevel = anyLevel;
  }

  /** Whether the query refers to columns of the query it stands in. */
  public static boolean refersToParent(Query query) {
    OuterFinder finder = new OuterFinder(false);
    return QueryExpressions.walk(query, finder, finder::query);
  }

  /** Whether the query refers to columns or common tables of any query around it. */
  public static boolean refersOutside(Query query) {
    OuterFinder finder = new OuterFinder(true);
    return finder.hasOuterTable(query) || QueryExpressions.walk(query, finder, finder::query);
  }

  private boolean isOutside(int levelsUp) {
    return anyLevel ? levelsUp >= depth : levelsUp == depth;
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    return isOutside(node.levelsUp());
  }

  @Override
  public Boolean onSlot(Expression.Slot node) {
    return isOutside(node.levelsUp());
  }

  /** What CASE or a test around it gives changes from evaluation to evaluation. */
  @Override
  public Boolean onCaseTest(Expression.CaseTest node) {
    return false;
  }

  private boolean hasOuterTable(Query query) {
    return anyLevel
        && query.rangeTable().stream()
            .anyMatch(
                entry ->
                    entry instanceof RangeEntry.CommonTableReference reference && reference.self());
  }

  @Override
  protected boolean query(Query query) {
    depth++;
    boolean found = hasOuterTable(query) || QueryExpressions.walk(query, this, this::query);
    depth--;
    return found;
  }
}
