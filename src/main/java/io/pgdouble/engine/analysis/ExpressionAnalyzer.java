package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.BooleanTestKind;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.tree.AArrayExpr;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AIndirection;
import io.pgdouble.engine.tree.BoolExpr;
import io.pgdouble.engine.tree.BooleanTest;
import io.pgdouble.engine.tree.CaseExpr;
import io.pgdouble.engine.tree.CoalesceExpr;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.CurrentOfExpr;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.ExprList;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.GroupingFunc;
import io.pgdouble.engine.tree.GroupingSet;
import io.pgdouble.engine.tree.JsonArrayAgg;
import io.pgdouble.engine.tree.JsonArrayConstructor;
import io.pgdouble.engine.tree.JsonArrayQueryConstructor;
import io.pgdouble.engine.tree.JsonIsPredicate;
import io.pgdouble.engine.tree.JsonObjectAgg;
import io.pgdouble.engine.tree.JsonObjectConstructor;
import io.pgdouble.engine.tree.MinMaxExpr;
import io.pgdouble.engine.tree.MultiAssignRef;
import io.pgdouble.engine.tree.NamedArgExpr;
import io.pgdouble.engine.tree.NullTest;
import io.pgdouble.engine.tree.ParamRef;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.engine.tree.SetToDefault;
import io.pgdouble.engine.tree.SqlValueFunction;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.XmlExpr;
import io.pgdouble.engine.tree.XmlSerialize;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions of one query level ({@code transformExprRecurse}). */
final class ExpressionAnalyzer implements Expr.Handler<Expression> {
  private final ParseState state;

  ExpressionAnalyzer(ParseState state) {
    this.state = state;
  }

  /** {@code transformExpr}: an expression in a clause of a query. */
  static Expression analyze(ParseState state, Expr expression, ClauseKind kind) {
    ClauseKind outer = state.kind;
    state.kind = kind;
    Expression result = expression.accept(state.expressions);
    state.kind = outer;
    return result;
  }

  /** A part of an expression. */
  Expression part(Expr expression) {
    return expression.accept(this);
  }

  List<Expression> parts(List<Expr> expressions) {
    List<Expression> parts = new ArrayList<>(expressions.size());
    for (int i = 0; i < expressions.size(); i++) {
      parts.add(expressions.get(i).accept(this));
    }
    return parts;
  }

  @Override
  public Expression aConst(AConst node) {
    return Literals.of(state, node);
  }

  @Override
  public Expression paramRef(ParamRef node) {
    return Parameters.reference(state, node);
  }

  @Override
  public Expression columnRef(ColumnRef node) {
    return ColumnReferences.resolve(state, node);
  }

  @Override
  public Expression aExpr(AExpr node) {
    return OperatorExpressions.analyze(state, node);
  }

  @Override
  public Expression funcCall(FuncCall node) {
    return CallAnalyzer.analyze(state, node);
  }

  @Override
  public Expression aArrayExpr(AArrayExpr node) {
    return ArrayConstructors.analyze(state, node, Optional.empty());
  }

  @Override
  public Expression aIndirection(AIndirection node) {
    return IndirectionAnalyzer.analyze(state, node);
  }

  @Override
  public Expression boolExpr(BoolExpr node) {
    String name = node.boolop().name();
    List<Expression> arguments = new ArrayList<>(node.args().size());
    for (Expr argument : node.args()) {
      arguments.add(Coercion.toBoolean(state, part(argument), name));
    }
    return new Expression.BoolExpr(
        BoolOperator.valueOf(name), List.copyOf(arguments), node.location());
  }

  @Override
  public Expression booleanTest(BooleanTest node) {
    String words = node.booltesttype().name().replace('_', ' ');
    Expression argument = Coercion.toBoolean(state, part(node.arg()), words);
    return new Expression.BooleanTest(
        argument, BooleanTestKind.valueOf(node.booltesttype().name()), node.location());
  }

  @Override
  public Expression nullTest(NullTest node) {
    Expression argument = part(node.arg());
    boolean row = TypeFacts.isRow(state.catalog(), argument.type());
    return new Expression.NullTest(argument, !node.isNull(), row, node.location());
  }

  @Override
  public Expression caseExpr(CaseExpr node) {
    return Alternatives.caseExpression(state, node);
  }

  @Override
  public Expression coalesceExpr(CoalesceExpr node) {
    return Alternatives.coalesce(state, node);
  }

  @Override
  public Expression minMaxExpr(MinMaxExpr node) {
    return Alternatives.minMax(state, node);
  }

  @Override
  public Expression rowExpr(RowExpr node) {
    List<Expression> fields = TargetLists.expressions(state, node.args());
    if (fields.size() > TargetLists.MAX_COLUMNS) {
      throw Complaint.error(
          node.location(),
          SqlState.TOO_MANY_COLUMNS,
          "ROW expressions can have at most " + TargetLists.MAX_COLUMNS + " entries");
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= fields.size(); i++) {
      names.add("f" + i);
    }
    return new Expression.RowExpr(
        TypeOid.RECORD, fields, names, CallForm.EXPLICIT_CALL, node.location());
  }

  @Override
  public Expression collateClause(CollateClause node) {
    Expression argument = part(node.arg().orElseThrow());
    boolean collatable =
        argument.type() == TypeOid.UNKNOWN
            || TypeFacts.isCollatable(state.catalog(), argument.type());
    if (!collatable) {
      throw Complaint.error(
          node.location(),
          SqlState.DATATYPE_MISMATCH,
          "collations are not supported by type " + TypeFacts.name(argument.type()));
    }
    CollationEntry collation =
        CollationNames.find(state, node.collname())
            .orElseThrow(() -> CollationNames.missing(node.collname(), node.location()));
    state.collationsMatter = true;
    return new Expression.CollateExpr(argument, collation.oid(), node.location());
  }

  @Override
  public Expression typeCast(TypeCast node) {
    TypeNames.TypeReference type = TypeNames.resolve(state, node.typeName());
    if (node.typeName().setof()) {
      throw Complaint.notSimulated("SETOF in a cast");
    }
    Expression argument = castArgument(node, type);
    if (argument.type() == type.type() && argument.typmod() == type.typmod()) {
      return argument;
    }
    int location = node.location() >= 0 ? node.location() : node.typeName().location();
    RowInheritance.refuse(state.catalog(), argument.type(), type.type());
    return Coercion.toTarget(
            state, argument, CastTarget.explicit(type.type(), type.typmod(), location))
        .orElseThrow(
            () ->
                Complaint.error(
                    location >= 0 ? location : Locations.of(argument),
                    SqlState.CANNOT_COERCE,
                    "cannot cast type "
                        + TypeFacts.name(argument.type())
                        + " to "
                        + TypeFacts.name(type.type())));
  }

  private Expression castArgument(TypeCast node, TypeNames.TypeReference type) {
    if (node.arg() instanceof AArrayExpr array
        && TypeFacts.baseElementType(state.catalog(), type.type()) != 0) {
      return ArrayConstructors.analyze(state, array, Optional.of(type));
    }
    return part(node.arg());
  }

  @Override
  public Expression sqlValueFunction(SqlValueFunction node) {
    return ValueFunctions.analyze(node);
  }

  @Override
  public Expression subLink(SubLink node) {
    return SubLinks.analyze(state, node);
  }

  @Override
  public Expression namedArgExpr(NamedArgExpr node) {
    return new Expression.NamedArgument(node.name(), part(node.arg()), node.location());
  }

  @Override
  public Expression setToDefault(SetToDefault node) {
    throw Complaint.error(
        node.location(), SqlState.SYNTAX_ERROR, "DEFAULT is not allowed in this context");
  }

  @Override
  public Expression groupingFunc(GroupingFunc node) {
    return GroupingCalls.analyze(state, node);
  }

  @Override
  public Expression groupingSet(GroupingSet node) {
    throw Complaint.notSimulated("grouping sets");
  }

  @Override
  public Expression exprList(ExprList node) {
    throw new IllegalStateException("a list is no expression of its own");
  }

  @Override
  public Expression currentOfExpr(CurrentOfExpr node) {
    throw Complaint.notSimulated("CURRENT OF");
  }

  @Override
  public Expression jsonArrayAgg(JsonArrayAgg node) {
    throw Complaint.notSimulated("JSON_ARRAYAGG");
  }

  @Override
  public Expression jsonArrayConstructor(JsonArrayConstructor node) {
    throw Complaint.notSimulated("JSON_ARRAY");
  }

  @Override
  public Expression jsonArrayQueryConstructor(JsonArrayQueryConstructor node) {
    throw Complaint.notSimulated("JSON_ARRAY");
  }

  @Override
  public Expression jsonIsPredicate(JsonIsPredicate node) {
    throw Complaint.notSimulated("IS JSON");
  }

  @Override
  public Expression jsonObjectAgg(JsonObjectAgg node) {
    throw Complaint.notSimulated("JSON_OBJECTAGG");
  }

  @Override
  public Expression jsonObjectConstructor(JsonObjectConstructor node) {
    throw Complaint.notSimulated("JSON_OBJECT");
  }

  @Override
  public Expression multiAssignRef(MultiAssignRef node) {
    throw Complaint.notSimulated("assignments of several columns");
  }

  @Override
  public Expression xmlExpr(XmlExpr node) {
    throw Complaint.notSimulated("XML");
  }

  @Override
  public Expression xmlSerialize(XmlSerialize node) {
    throw Complaint.notSimulated("XML");
  }
}
