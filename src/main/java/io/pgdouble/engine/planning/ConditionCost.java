package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.OuterFinder;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.ArrayValue;
import java.util.List;

/**
 * What it costs to compute a condition or column, by the costs its functions were declared with
 * ({@code costsize.c: cost_qual_eval_walker}).
 */
final class ConditionCost extends ExpressionWalker {
  /** {@code estimate_array_length} where nothing is known. */
  private static final int USUAL_LENGTH = 10;

  /** {@code clauses.c: MIN_ARRAY_SIZE_FOR_HASHED_SAOP}. */
  private static final int HASHED_LENGTH = 9;

  /** A subquery that runs for each row costs more than what has none. */
  private static final double SUBQUERY = 1e9;

  /** {@code cpu_tuple_cost}. */
  private static final double ROW = 4;

  private final Facts facts;
  private double cost;

  private ConditionCost(Facts facts) {
    this.facts = facts;
  }

  /** In units of {@code cpu_operator_cost}. */
  static double of(Expression condition, Facts facts) {
    ConditionCost cost = new ConditionCost(facts);
    cost.walk(condition);
    return cost.cost;
  }

  private double declared(ProcEntry function) {
    return facts
        .table("pg_proc")
        .byOid(Integer.toUnsignedLong(function.oid()))
        .map(row -> Double.parseDouble(row.text("procost")))
        .orElse(1.0);
  }

  @Override
  public Boolean onFuncExpr(Expression.FuncExpr node) {
    cost += declared(node.function());
    return super.onFuncExpr(node);
  }

  @Override
  public Boolean onOpExpr(Expression.OpExpr node) {
    cost += declared(node.function());
    return super.onOpExpr(node);
  }

  @Override
  public Boolean onDistinctExpr(Expression.DistinctExpr node) {
    cost += declared(node.function());
    return super.onDistinctExpr(node);
  }

  @Override
  public Boolean onNullIfExpr(Expression.NullIfExpr node) {
    cost += declared(node.function());
    return super.onNullIfExpr(node);
  }

  @Override
  public Boolean onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    int length = length(node.arguments().get(1));
    double each = declared(node.function());
    cost += length < HASHED_LENGTH ? each * length * 0.5 : each + 1;
    return super.onScalarArrayOpExpr(node);
  }

  private static int length(Expression array) {
    if (array instanceof Expression.Const constant
        && constant.value() instanceof ArrayValue known) {
      return known.elements().length;
    }
    return array instanceof Expression.ArrayExpr written ? written.elements().size() : USUAL_LENGTH;
  }

  @Override
  public Boolean onCoerceViaIO(Expression.CoerceViaIO node) {
    cost += 2;
    return super.onCoerceViaIO(node);
  }

  @Override
  public Boolean onMinMaxExpr(Expression.MinMaxExpr node) {
    cost++;
    return super.onMinMaxExpr(node);
  }

  @Override
  public Boolean onCoerceToDomain(Expression.CoerceToDomain node) {
    cost++;
    return super.onCoerceToDomain(node);
  }

  @Override
  public Boolean onSqlValueFunction(Expression.SqlValueFunction node) {
    cost++;
    return super.onSqlValueFunction(node);
  }

  @Override
  public Boolean onRowCompareExpr(Expression.RowCompareExpr node) {
    List<ProcEntry> functions = node.functions();
    cost += functions.stream().mapToDouble(this::declared).sum();
    return super.onRowCompareExpr(node);
  }

  /** One that depends on nothing is computed once. */
  @Override
  public Boolean onSubLink(Expression.SubLink node) {
    if (OuterFinder.refersOutside(node.query())) {
      cost += node.query().from().isEmpty() ? ROW : SUBQUERY;
    }
    return super.onSubLink(node);
  }

  @Override
  protected boolean query(Query query) {
    return false;
  }
}
