package io.pgdouble.engine.expression;

/** One method for each kind of expression: a kind that is forgotten does not compile. A table. */
public interface ExpressionHandler<R> {
  R onConst(Expression.Const node);

  R onParam(Expression.Param node);

  R onVar(Expression.Var node);

  R onJoinColumn(Expression.JoinColumn node);

  R onFuncExpr(Expression.FuncExpr node);

  R onSqlFunctionExpr(Expression.SqlFunctionExpr node);

  R onOpExpr(Expression.OpExpr node);

  R onDistinctExpr(Expression.DistinctExpr node);

  R onNullIfExpr(Expression.NullIfExpr node);

  R onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node);

  R onBoolExpr(Expression.BoolExpr node);

  R onCaseExpr(Expression.CaseExpr node);

  R onCaseTest(Expression.CaseTest node);

  R onCoalesceExpr(Expression.CoalesceExpr node);

  R onMinMaxExpr(Expression.MinMaxExpr node);

  R onRelabelType(Expression.RelabelType node);

  R onCoerceToDomain(Expression.CoerceToDomain node);

  R onCoerceToDomainValue(Expression.CoerceToDomainValue node);

  R onCoerceViaIO(Expression.CoerceViaIO node);

  R onArrayCoerceExpr(Expression.ArrayCoerceExpr node);

  R onConvertRowtypeExpr(Expression.ConvertRowtypeExpr node);

  R onArrayExpr(Expression.ArrayExpr node);

  R onRowExpr(Expression.RowExpr node);

  R onRowCompareExpr(Expression.RowCompareExpr node);

  R onNullTest(Expression.NullTest node);

  R onBooleanTest(Expression.BooleanTest node);

  R onSubscriptingRef(Expression.SubscriptingRef node);

  R onPartStore(Expression.PartStore node);

  R onFieldSelect(Expression.FieldSelect node);

  R onSubLink(Expression.SubLink node);

  R onSubColumn(Expression.SubColumn node);

  R onAggref(Expression.Aggref node);

  R onGroupingFunc(Expression.GroupingFunc node);

  R onWindowFunc(Expression.WindowFunc node);

  R onSlot(Expression.Slot node);

  R onSqlValueFunction(Expression.SqlValueFunction node);

  R onCollateExpr(Expression.CollateExpr node);

  R onNamedArgument(Expression.NamedArgument node);
}
