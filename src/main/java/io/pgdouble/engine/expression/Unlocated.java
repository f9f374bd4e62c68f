package io.pgdouble.engine.expression;

/**
 * Takes the locations out of an expression, so that two which differ only in where they were
 * written are equal ({@code equal()}). A table.
 */
final class Unlocated extends ExpressionMapper {
  static final Unlocated MAPPER = new Unlocated();

  private Unlocated() {}

  @Override
  public Expression onConst(Expression.Const node) {
    Expression.Const part = (Expression.Const) super.onConst(node);
    return new Expression.Const(part.type(), part.typmod(), part.collation(), part.value(), -1);
  }

  @Override
  public Expression onParam(Expression.Param node) {
    Expression.Param part = (Expression.Param) super.onParam(node);
    return new Expression.Param(part.number(), part.type(), part.typmod(), part.collation(), -1);
  }

  @Override
  public Expression onVar(Expression.Var node) {
    return new Expression.Var(
        node.levelsUp(),
        node.relation(),
        node.attribute(),
        node.type(),
        node.typmod(),
        node.collation(),
        -1);
  }

  @Override
  public Expression onJoinColumn(Expression.JoinColumn node) {
    Expression.JoinColumn part = (Expression.JoinColumn) super.onJoinColumn(node);
    return new Expression.JoinColumn(part.levelsUp(), part.written(), part.value(), -1);
  }

  @Override
  public Expression onFuncExpr(Expression.FuncExpr node) {
    return unlocated(node);
  }

  private Expression.FuncExpr unlocated(Expression.FuncExpr node) {
    return new Expression.FuncExpr(
        node.function(),
        node.type(),
        node.typmod(),
        node.form(),
        node.variadic(),
        node.inputCollation(),
        map(node.arguments()),
        node.written(),
        -1);
  }

  @Override
  public Expression onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
    return node.with(unlocated(node.call()));
  }

  @Override
  public Expression onOpExpr(Expression.OpExpr node) {
    Expression.OpExpr part = (Expression.OpExpr) super.onOpExpr(node);
    return new Expression.OpExpr(
        part.operator(), part.function(), part.type(), part.inputCollation(), part.arguments(), -1);
  }

  @Override
  public Expression onDistinctExpr(Expression.DistinctExpr node) {
    Expression.DistinctExpr part = (Expression.DistinctExpr) super.onDistinctExpr(node);
    return new Expression.DistinctExpr(
        part.operator(), part.function(), part.inputCollation(), part.arguments(), -1);
  }

  @Override
  public Expression onNullIfExpr(Expression.NullIfExpr node) {
    Expression.NullIfExpr part = (Expression.NullIfExpr) super.onNullIfExpr(node);
    return new Expression.NullIfExpr(
        part.operator(), part.function(), part.type(), part.inputCollation(), part.arguments(), -1);
  }

  @Override
  public Expression onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    Expression.ScalarArrayOpExpr part =
        (Expression.ScalarArrayOpExpr) super.onScalarArrayOpExpr(node);
    return new Expression.ScalarArrayOpExpr(
        part.operator(),
        part.function(),
        part.quantifier(),
        part.inputCollation(),
        part.arguments(),
        -1);
  }

  @Override
  public Expression onBoolExpr(Expression.BoolExpr node) {
    Expression.BoolExpr part = (Expression.BoolExpr) super.onBoolExpr(node);
    return new Expression.BoolExpr(part.operator(), part.arguments(), -1);
  }

  @Override
  public Expression onCaseExpr(Expression.CaseExpr node) {
    Expression.CaseExpr part = (Expression.CaseExpr) super.onCaseExpr(node);
    return new Expression.CaseExpr(
        part.type(), part.argument(), part.whens(), part.otherwise(), -1);
  }

  @Override
  public Expression onCoalesceExpr(Expression.CoalesceExpr node) {
    Expression.CoalesceExpr part = (Expression.CoalesceExpr) super.onCoalesceExpr(node);
    return new Expression.CoalesceExpr(part.type(), part.arguments(), -1);
  }

  @Override
  public Expression onMinMaxExpr(Expression.MinMaxExpr node) {
    Expression.MinMaxExpr part = (Expression.MinMaxExpr) super.onMinMaxExpr(node);
    return new Expression.MinMaxExpr(
        part.which(), part.comparison(), part.type(), part.inputCollation(), part.arguments(), -1);
  }

  @Override
  public Expression onCoerceToDomain(Expression.CoerceToDomain node) {
    Expression.CoerceToDomain part = (Expression.CoerceToDomain) super.onCoerceToDomain(node);
    return new Expression.CoerceToDomain(
        part.argument(), part.type(), part.collation(), part.form(), -1);
  }

  @Override
  public Expression onRelabelType(Expression.RelabelType node) {
    Expression.RelabelType part = (Expression.RelabelType) super.onRelabelType(node);
    return new Expression.RelabelType(
        part.argument(), part.type(), part.typmod(), part.collation(), part.form(), -1);
  }

  @Override
  public Expression onCoerceViaIO(Expression.CoerceViaIO node) {
    Expression.CoerceViaIO part = (Expression.CoerceViaIO) super.onCoerceViaIO(node);
    return new Expression.CoerceViaIO(part.argument(), part.type(), part.form(), -1);
  }

  @Override
  public Expression onArrayCoerceExpr(Expression.ArrayCoerceExpr node) {
    Expression.ArrayCoerceExpr part = (Expression.ArrayCoerceExpr) super.onArrayCoerceExpr(node);
    return new Expression.ArrayCoerceExpr(
        part.argument(), part.element(), part.type(), part.typmod(), part.form(), -1);
  }

  @Override
  public Expression onConvertRowtypeExpr(Expression.ConvertRowtypeExpr node) {
    Expression.ConvertRowtypeExpr part =
        (Expression.ConvertRowtypeExpr) super.onConvertRowtypeExpr(node);
    return new Expression.ConvertRowtypeExpr(part.argument(), part.type(), -1);
  }

  @Override
  public Expression onArrayExpr(Expression.ArrayExpr node) {
    Expression.ArrayExpr part = (Expression.ArrayExpr) super.onArrayExpr(node);
    return new Expression.ArrayExpr(
        part.type(), part.elementType(), part.elements(), part.nested(), -1);
  }

  @Override
  public Expression onRowExpr(Expression.RowExpr node) {
    Expression.RowExpr part = (Expression.RowExpr) super.onRowExpr(node);
    return new Expression.RowExpr(part.type(), part.arguments(), part.names(), part.form(), -1);
  }

  @Override
  public Expression onRowCompareExpr(Expression.RowCompareExpr node) {
    Expression.RowCompareExpr part = (Expression.RowCompareExpr) super.onRowCompareExpr(node);
    return new Expression.RowCompareExpr(
        part.comparison(), part.operators(), part.functions(), part.left(), part.right(), -1);
  }

  @Override
  public Expression onNullTest(Expression.NullTest node) {
    Expression.NullTest part = (Expression.NullTest) super.onNullTest(node);
    return new Expression.NullTest(part.argument(), part.negated(), part.row(), -1);
  }

  @Override
  public Expression onBooleanTest(Expression.BooleanTest node) {
    Expression.BooleanTest part = (Expression.BooleanTest) super.onBooleanTest(node);
    return new Expression.BooleanTest(part.argument(), part.kind(), -1);
  }

  @Override
  public Expression onSubscriptingRef(Expression.SubscriptingRef node) {
    Expression.SubscriptingRef part = (Expression.SubscriptingRef) super.onSubscriptingRef(node);
    return new Expression.SubscriptingRef(
        part.containerType(),
        part.elementType(),
        part.type(),
        part.typmod(),
        part.collation(),
        part.upper(),
        part.lower(),
        part.container(),
        -1);
  }

  @Override
  public Expression onPartStore(Expression.PartStore node) {
    Expression.PartStore part = (Expression.PartStore) super.onPartStore(node);
    return new Expression.PartStore(
        part.container(),
        part.value(),
        part.shape(),
        part.field(),
        part.elementType(),
        part.upper(),
        part.lower(),
        part.type(),
        part.typmod(),
        part.collation(),
        -1);
  }

  @Override
  public Expression onFieldSelect(Expression.FieldSelect node) {
    Expression.FieldSelect part = (Expression.FieldSelect) super.onFieldSelect(node);
    return new Expression.FieldSelect(
        part.argument(), part.field(), part.type(), part.typmod(), part.collation(), -1);
  }

  @Override
  public Expression onSubLink(Expression.SubLink node) {
    Expression.SubLink part = (Expression.SubLink) super.onSubLink(node);
    return new Expression.SubLink(
        part.kind(), part.test(), part.query(), part.type(), part.typmod(), -1);
  }

  @Override
  public Expression onAggref(Expression.Aggref node) {
    Expression.Aggref part = (Expression.Aggref) super.onAggref(node);
    return new Expression.Aggref(
        part.function(),
        part.aggregate(),
        part.type(),
        part.inputCollation(),
        part.direct(),
        part.arguments(),
        part.order(),
        part.distinct(),
        part.filter(),
        part.variadic(),
        part.star(),
        part.levelsUp(),
        -1);
  }

  @Override
  public Expression onGroupingFunc(Expression.GroupingFunc node) {
    return new Expression.GroupingFunc(map(node.arguments()), -1);
  }

  @Override
  public Expression onWindowFunc(Expression.WindowFunc node) {
    Expression.WindowFunc part = (Expression.WindowFunc) super.onWindowFunc(node);
    return new Expression.WindowFunc(
        part.function(),
        part.aggregate(),
        part.type(),
        part.inputCollation(),
        part.arguments(),
        part.filter(),
        part.window(),
        part.star(),
        -1);
  }

  @Override
  public Expression onSqlValueFunction(Expression.SqlValueFunction node) {
    Expression.SqlValueFunction part = (Expression.SqlValueFunction) super.onSqlValueFunction(node);
    return new Expression.SqlValueFunction(part.function(), part.type(), part.typmod(), -1);
  }

  @Override
  public Expression onCollateExpr(Expression.CollateExpr node) {
    Expression.CollateExpr part = (Expression.CollateExpr) super.onCollateExpr(node);
    return new Expression.CollateExpr(part.argument(), part.collation(), -1);
  }

  @Override
  public Expression onNamedArgument(Expression.NamedArgument node) {
    Expression.NamedArgument part = (Expression.NamedArgument) super.onNamedArgument(node);
    return new Expression.NamedArgument(part.name(), part.argument(), -1);
  }
}
