package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.Subqueries;
import io.pgdouble.engine.expression.Expression.SubLink;
import io.pgdouble.engine.expression.OuterFinder;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.List;

/** Subqueries in expressions ({@code subselect.c}). */
final class SubLinkCompiler {
  private SubLinkCompiler() {}

  static Evaluator compile(Scope scope, SubLink node, ExpressionCompiler around) {
    boolean dependent = OuterFinder.refersOutside(node.query());
    SourcePlan inner = QueryPlanner.inner(scope, node.query());
    boolean read = dependent || node.test().isEmpty();
    SourcePlan query = read ? inner : new Subqueries.Remembered(inner);
    Evaluator evaluator =
        switch (node.kind()) {
          case EXISTS -> new Subqueries.Exists(query);
          case ROW -> row(node, query);
          case SCALAR -> new Subqueries.Scalar(query);
          case ARRAY -> array(scope.relations().catalog(), node, query);
          case ANY -> new Subqueries.Quantified(query, test(node, around), true);
          case ALL -> new Subqueries.Quantified(query, test(node, around), false);
          case ROW_COMPARE -> new Subqueries.RowTest(query, test(node, around));
        };
    boolean once = node.test().isEmpty() && !dependent;
    return once ? new Subqueries.Initial(evaluator) : evaluator;
  }

  private static Evaluator test(SubLink node, ExpressionCompiler around) {
    return around.compile(node.test().orElseThrow());
  }

  /** Who takes several columns of it computes it as often, which must not show. */
  private static Evaluator row(SubLink node, SourcePlan query) {
    if (Volatility.isVolatile(node)) {
      throw ErrorReport.notSimulated("volatile functions in a subquery for several columns")
          .toException();
    }
    List<RowType.Field> fields =
        node.query().visibleTargets().stream()
            .map(t -> new RowType.Field(t.name(), t.expression().type(), t.expression().typmod()))
            .toList();
    return new Subqueries.Row(query, new RowType(TypeOid.RECORD, fields));
  }

  private static Evaluator array(Catalog catalog, SubLink node, SourcePlan query) {
    int column = node.query().visibleTargets().get(0).expression().type();
    boolean nested = column == node.type();
    return new Subqueries.Collected(query, TypeFacts.baseElementType(catalog, node.type()), nested);
  }
}
