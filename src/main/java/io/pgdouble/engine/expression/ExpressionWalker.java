package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * Looks through an expression for something ({@code expression_tree_walker}): true stops the walk.
 * Does not go into subqueries unless {@link #query} is overridden. A table.
 */
public abstract class ExpressionWalker implements ExpressionHandler<Boolean> {
  public boolean walk(Expression node) {
    return node.accept(this);
  }

  public final boolean walk(List<Expression> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (walk(nodes.get(i))) {
        return true;
      }
    }
    return false;
  }

  public final boolean walk(Optional<Expression> node) {
    return node.isPresent() && walk(node.get());
  }

  private boolean walkBounds(List<Optional<Expression>> bounds) {
    return bounds.stream().anyMatch(this::walk);
  }

  private boolean walkWhens(List<CaseWhen> whens) {
    return whens.stream().anyMatch(w -> walk(w.condition()) || walk(w.result()));
  }

  private boolean walkTargets(List<TargetEntry> targets) {
    return targets.stream().anyMatch(t -> walk(t.expression()));
  }

  /** Whether the query of a SubLink holds what is looked for. */
  protected boolean query(Query query) {
    return false;
  }

  @Override
  public Boolean onConst(Expression.Const node) {
    return false;
  }

  @Override
  public Boolean onParam(Expression.Param node) {
    return false;
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    return false;
  }

  @Override
  public Boolean onJoinColumn(Expression.JoinColumn node) {
    return walk(node.value());
  }

  @Override
  public Boolean onFuncExpr(Expression.FuncExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onOpExpr(Expression.OpExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onDistinctExpr(Expression.DistinctExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onNullIfExpr(Expression.NullIfExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onBoolExpr(Expression.BoolExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onCaseExpr(Expression.CaseExpr node) {
    return walk(node.argument()) || walkWhens(node.whens()) || walk(node.otherwise());
  }

  @Override
  public Boolean onCaseTest(Expression.CaseTest node) {
    return false;
  }

  @Override
  public Boolean onCoalesceExpr(Expression.CoalesceExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onMinMaxExpr(Expression.MinMaxExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onCoerceToDomain(Expression.CoerceToDomain node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onCoerceToDomainValue(Expression.CoerceToDomainValue node) {
    return false;
  }

  @Override
  public Boolean onRelabelType(Expression.RelabelType node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onCoerceViaIO(Expression.CoerceViaIO node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onArrayCoerceExpr(Expression.ArrayCoerceExpr node) {
    return walk(node.argument()) || walk(node.element());
  }

  @Override
  public Boolean onConvertRowtypeExpr(Expression.ConvertRowtypeExpr node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onArrayExpr(Expression.ArrayExpr node) {
    return walk(node.elements());
  }

  @Override
  public Boolean onRowExpr(Expression.RowExpr node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onRowCompareExpr(Expression.RowCompareExpr node) {
    return walk(node.left()) || walk(node.right());
  }

  @Override
  public Boolean onNullTest(Expression.NullTest node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onBooleanTest(Expression.BooleanTest node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onSubscriptingRef(Expression.SubscriptingRef node) {
    return walkBounds(node.upper()) || walkBounds(node.lower()) || walk(node.container());
  }

  @Override
  public Boolean onPartStore(Expression.PartStore node) {
    return walk(node.container())
        || walkBounds(node.upper())
        || walkBounds(node.lower())
        || walk(node.value());
  }

  @Override
  public Boolean onFieldSelect(Expression.FieldSelect node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onSubLink(Expression.SubLink node) {
    return walk(node.test()) || query(node.query());
  }

  @Override
  public Boolean onSubColumn(Expression.SubColumn node) {
    return false;
  }

  @Override
  public Boolean onAggref(Expression.Aggref node) {
    return walk(node.direct()) || walkTargets(node.arguments()) || walk(node.filter());
  }

  @Override
  public Boolean onGroupingFunc(Expression.GroupingFunc node) {
    return walk(node.arguments());
  }

  @Override
  public Boolean onWindowFunc(Expression.WindowFunc node) {
    return walk(node.arguments()) || walk(node.filter());
  }

  @Override
  public Boolean onSlot(Expression.Slot node) {
    return false;
  }

  @Override
  public Boolean onSqlValueFunction(Expression.SqlValueFunction node) {
    return false;
  }

  @Override
  public Boolean onCollateExpr(Expression.CollateExpr node) {
    return walk(node.argument());
  }

  @Override
  public Boolean onNamedArgument(Expression.NamedArgument node) {
    return walk(node.argument());
  }
}
