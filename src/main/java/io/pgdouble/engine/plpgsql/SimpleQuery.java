package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;

/** Whether a query is no more than an expression ({@code exec_is_simple_query}). */
final class SimpleQuery extends ExpressionWalker {
  private SimpleQuery() {}

  static boolean is(Query query) {
    boolean plain =
        query.rangeTable().isEmpty()
            && query.where().isEmpty()
            && query.having().isEmpty()
            && query.windows().isEmpty()
            && query.distinct().isEmpty()
            && query.sort().isEmpty()
            && query.limit().isEmpty()
            && query.offset().isEmpty();
    return plain
        && query.setOperation().isEmpty()
        && query.with().isEmpty()
        && !query.grouped()
        && !query.setReturning()
        && query.targets().size() == 1
        && !new SimpleQuery().walk(query.targets().get(0).expression());
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
