package io.pgdouble.engine.tree;

/** A raw expression, as gram.y builds it, before any name or type is looked up. */
public sealed interface Expr extends Node
    permits AArrayExpr,
        AConst,
        AExpr,
        AIndirection,
        BoolExpr,
        BooleanTest,
        CaseExpr,
        CoalesceExpr,
        CollateClause,
        ColumnRef,
        CurrentOfExpr,
        ExprList,
        FuncCall,
        GroupingFunc,
        GroupingSet,
        JsonArrayAgg,
        JsonArrayConstructor,
        JsonArrayQueryConstructor,
        JsonIsPredicate,
        JsonObjectAgg,
        JsonObjectConstructor,
        MinMaxExpr,
        MultiAssignRef,
        NamedArgExpr,
        NullTest,
        ParamRef,
        RowExpr,
        SetToDefault,
        SqlValueFunction,
        SubLink,
        TypeCast,
        XmlExpr,
        XmlSerialize {

  /** Calls the method of the handler that belongs to this node. */
  <R> R accept(Handler<R> handler);

  /** One method for each kind, none with a default: a forgotten kind must not compile. */
  interface Handler<R> {
    R aArrayExpr(AArrayExpr node);

    R aConst(AConst node);

    R aExpr(AExpr node);

    R aIndirection(AIndirection node);

    R boolExpr(BoolExpr node);

    R booleanTest(BooleanTest node);

    R caseExpr(CaseExpr node);

    R coalesceExpr(CoalesceExpr node);

    R collateClause(CollateClause node);

    R columnRef(ColumnRef node);

    R currentOfExpr(CurrentOfExpr node);

    R exprList(ExprList node);

    R funcCall(FuncCall node);

    R groupingFunc(GroupingFunc node);

    R groupingSet(GroupingSet node);

    R jsonArrayAgg(JsonArrayAgg node);

    R jsonArrayConstructor(JsonArrayConstructor node);

    R jsonArrayQueryConstructor(JsonArrayQueryConstructor node);

    R jsonIsPredicate(JsonIsPredicate node);

    R jsonObjectAgg(JsonObjectAgg node);

    R jsonObjectConstructor(JsonObjectConstructor node);

    R minMaxExpr(MinMaxExpr node);

    R multiAssignRef(MultiAssignRef node);

    R namedArgExpr(NamedArgExpr node);

    R nullTest(NullTest node);

    R paramRef(ParamRef node);

    R rowExpr(RowExpr node);

    R setToDefault(SetToDefault node);

    R sqlValueFunction(SqlValueFunction node);

    R subLink(SubLink node);

    R typeCast(TypeCast node);

    R xmlExpr(XmlExpr node);

    R xmlSerialize(XmlSerialize node);
  }
}
