package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;

/** Whether an expression looks into a subquery. */
final class SubLinkFinder extends ExpressionWalker {
  private static final SubLinkFinder INSTANCE = new SubLinkFinder();

  private SubLinkFinder() {}

  static boolean has(Expression expression) {
    return INSTANCE.walk(expression);
  }

  @Override
  public Boolean onSubLink(Expression.SubLink node) {
    return true;
  }

  @Override
  protected boolean query(Query query) {
    return true;
  }
}
