package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import java.util.Arrays;

/** What of an expression matters where it is to stand for a call ({@code clauses.c}). */
final class BodyTraits extends ExpressionWalker {
  static final int VOLATILE = 2;
  private static final int STABLE = 1;

  private final int[] uses;
  private int volatility;
  private boolean strict = true;
  private boolean subquery;
  private boolean userFunction;

  private BodyTraits(int parameters) {
    this.uses = new int[parameters];
  }

  static BodyTraits of(Expression body, int parameters) {
    BodyTraits traits = new BodyTraits(parameters);
    traits.walk(body);
    return traits;
  }

  /** 0 never changes, 1 not within a query, 2 at any time. */
  int volatility() {
    return volatility;
  }

  boolean isStrict() {
    return strict;
  }

  boolean hasSubquery() {
    return subquery;
  }

  boolean hasUserFunction() {
    return userFunction;
  }

  int uses(int parameter) {
    return uses[parameter];
  }

  boolean usesAll() {
    return Arrays.stream(uses).allMatch(count -> count > 0);
  }

  private void calls(ProcEntry function) {
    volatility = Math.max(volatility, "isv".indexOf(function.volatility()));
    strict &= function.strict();
    userFunction |= function.isOfUser();
  }

  private boolean loose(boolean found) {
    strict = false;
    return found;
  }

  @Override
  public Boolean onParam(Expression.Param node) {
    if (node.number() <= uses.length) {
      uses[node.number() - 1]++;
    }
    return false;
  }

  @Override
  public Boolean onFuncExpr(Expression.FuncExpr node) {
    calls(node.function());
    return super.onFuncExpr(node);
  }

  @Override
  public Boolean onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
    calls(node.function());
    return super.onSqlFunctionExpr(node);
  }

  @Override
  public Boolean onOpExpr(Expression.OpExpr node) {
    calls(node.function());
    return super.onOpExpr(node);
  }

  @Override
  public Boolean onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    calls(node.function());
    return super.onScalarArrayOpExpr(node);
  }

  @Override
  public Boolean onSqlValueFunction(Expression.SqlValueFunction node) {
    volatility = Math.max(volatility, STABLE);
    return super.onSqlValueFunction(node);
  }

  @Override
  public Boolean onBoolExpr(Expression.BoolExpr node) {
    return loose(super.onBoolExpr(node));
  }

  @Override
  public Boolean onCaseExpr(Expression.CaseExpr node) {
    return loose(super.onCaseExpr(node));
  }

  @Override
  public Boolean onCoalesceExpr(Expression.CoalesceExpr node) {
    return loose(super.onCoalesceExpr(node));
  }

  @Override
  public Boolean onNullTest(Expression.NullTest node) {
    return loose(super.onNullTest(node));
  }

  @Override
  public Boolean onBooleanTest(Expression.BooleanTest node) {
    return loose(super.onBooleanTest(node));
  }

  @Override
  public Boolean onDistinctExpr(Expression.DistinctExpr node) {
    return loose(super.onDistinctExpr(node));
  }

  @Override
  public Boolean onNullIfExpr(Expression.NullIfExpr node) {
    return loose(super.onNullIfExpr(node));
  }

  @Override
  public Boolean onArrayExpr(Expression.ArrayExpr node) {
    return loose(super.onArrayExpr(node));
  }

  @Override
  public Boolean onRowExpr(Expression.RowExpr node) {
    return loose(super.onRowExpr(node));
  }

  @Override
  public Boolean onMinMaxExpr(Expression.MinMaxExpr node) {
    return loose(super.onMinMaxExpr(node));
  }

  @Override
  public Boolean onSubLink(Expression.SubLink node) {
    subquery = true;
    return super.onSubLink(node);
  }

  @Override
  protected boolean query(Query query) {
    return false;
  }
}
