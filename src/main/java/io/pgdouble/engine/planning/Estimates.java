package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.BoolExpr;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the server computes while it plans a query, to guess how many rows a condition lets through:
 * the side of an operator that no column is in, stable functions and all. The guess is nobody's
 * business, but an error is the query's, even where no row would come. {@code selfuncs.c:
 * get_restriction_variable}, {@code clauses.c: estimate_expression_value}. Only conditions of the
 * outermost WHERE are looked at.
 */
final class Estimates {
  private final Optional<Object[]> parameters;
  private final ExecutionContext context;
  private final List<RangeEntry> rangeTable;
  private final List<Expression> conditions = new ArrayList<>();

  private Estimates(Query query, Optional<Object[]> parameters, ExecutionContext context) {
    this.rangeTable = query.rangeTable();
    this.parameters = parameters;
    this.context = context;
  }

  static void compute(Query query, Optional<Object[]> parameters, ExecutionContext context) {
    boolean plain = query.setOperation().isEmpty() && !query.from().isEmpty();
    if (!plain || query.where().isEmpty() || query.where().get() instanceof Const) {
      return;
    }
    Estimates estimates = new Estimates(query, parameters, context);
    estimates.split(query.where().get());
    List.copyOf(estimates.conditions).forEach(estimates::look);
  }

  private void split(Expression condition) {
    if (condition instanceof BoolExpr and && and.operator() == BoolOperator.AND) {
      and.arguments().forEach(this::split);
    } else {
      conditions.add(condition);
    }
  }

  private void look(Expression condition) {
    if (condition instanceof BoolExpr bool) {
      bool.arguments().forEach(this::look);
    } else if (condition instanceof OpExpr operation && operation.arguments().size() == 2) {
      look(operation, 0);
      look(operation, 1);
    }
  }

  private void look(OpExpr operation, int side) {
    Expression other = operation.arguments().get(side);
    Expression column = operation.arguments().get(1 - side);
    boolean worth = !(other instanceof Const) && Volatility.isMutable(other);
    if (worth
        && isWithoutColumns(other)
        && isOfTable(RelationFinder.relations(column))
        && hasEstimator(operation)) {
      estimate(other, isMerged(operation, column) ? Merging.MERGED : Merging.ALONE);
    }
  }

  private static boolean isWithoutColumns(Expression expression) {
    Set<Integer> relations = RelationFinder.relations(expression);
    return relations.isEmpty() && !SubLinkFinder.has(expression);
  }

  /** Other rows may turn into constants before anybody guesses. */
  private boolean isOfTable(Set<Integer> relations) {
    return relations.size() == 1
        && relations.stream().map(rangeTable::get).allMatch(Estimates::hasRows);
  }

  private static boolean hasRows(RangeEntry entry) {
    return entry instanceof RangeEntry.Relation
        || entry instanceof RangeEntry.Functions functions
            && functions.calls().stream().allMatch(call -> returnsSet(call.call()));
  }

  private static boolean returnsSet(Expression call) {
    return call instanceof Expression.FuncExpr function && function.function().returnsSet();
  }

  private boolean hasEstimator(OpExpr operation) {
    for (FactRow row : context.facts().table("pg_operator").rows()) {
      if (row.oid("oid") == Integer.toUnsignedLong(operation.operator().oid())) {
        return !row.text("oprrest").equals("-");
      }
    }
    return false;
  }

  /**
   * What one column is equal to twice is compared with each other instead: {@code equivclass.c}.
   */
  private boolean isMerged(OpExpr operation, Expression column) {
    long equalities =
        conditions.stream()
            .filter(OpExpr.class::isInstance)
            .map(OpExpr.class::cast)
            .filter(one -> one.operator().canMerge())
            .filter(one -> one.arguments().stream().anyMatch(a -> Sameness.same(a, column)))
            .count();
    return operation.operator().canMerge() && equalities > 1;
  }

  /** Whether the server compares the constant with the column, or with another constant. */
  private enum Merging {
    ALONE,
    MERGED
  }

  /** What is not simulated will be refused when a row comes to it. */
  private void estimate(Expression expression, Merging merging) {
    try {
      ConstantFolder.estimating(parameters, context).map(expression);
    } catch (ReportedError e) {
      if (merging == Merging.MERGED) {
        throw ErrorReport.notSimulated("an error in one of two values of a column").toException();
      }
      if (!e.report().code().equals(SqlState.FEATURE_NOT_SUPPORTED.code())) {
        throw e;
      }
    }
  }
}
