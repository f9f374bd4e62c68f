package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.SubColumn;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.SubLinkKind;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subqueries in expressions ({@code transformSubLink}). */
final class SubLinks {
  private SubLinks() {}

  static Expression analyze(ParseState state, SubLink node) {
    Query query = query(state, node);
    return switch (node.subLinkType()) {
      case EXISTS ->
          new Expression.SubLink(
              SubLinkKind.EXISTS, Optional.empty(), query, TypeOid.BOOL, -1, node.location());
      case EXPR -> scalar(node, query);
      case ARRAY -> array(state, node, query);
      case ANY -> quantified(state, node, query, SubLinkKind.ANY);
      case ALL -> quantified(state, node, query, SubLinkKind.ALL);
    };
  }

  private static Query query(ParseState state, SubLink node) {
    if (state.kind == ClauseKind.EXECUTE_PARAMETER) {
      throw Complaint.error(
          node.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use subquery in EXECUTE parameter");
    }
    if (state.kind.isDefinition()) {
      throw Complaint.error(
          node.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use subquery in " + state.kind.word());
    }
    Query query = SelectAnalyzer.analyze(state.child(), node.subselect());
    state.remember(node, query);
    return query;
  }

  private static TargetEntry onlyColumn(SubLink node, Query query) {
    List<TargetEntry> columns = query.visibleTargets();
    if (columns.size() != 1) {
      throw Complaint.error(
          node.location(), SqlState.SYNTAX_ERROR, "subquery must return only one column");
    }
    return columns.get(0);
  }

  private static Expression scalar(SubLink node, Query query) {
    Expression column = onlyColumn(node, query).expression();
    return new Expression.SubLink(
        SubLinkKind.SCALAR,
        Optional.empty(),
        query,
        column.type(),
        column.typmod(),
        node.location());
  }

  private static Expression array(ParseState state, SubLink node, Query query) {
    Expression column = onlyColumn(node, query).expression();
    int array = TypeFacts.promoteArrayType(state.catalog(), column.type());
    if (array == 0) {
      throw Complaint.error(
          -1,
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeFacts.name(column.type()));
    }
    return new Expression.SubLink(
        SubLinkKind.ARRAY, Optional.empty(), query, array, column.typmod(), node.location());
  }

  private static Expression quantified(
      ParseState state, SubLink node, Query query, SubLinkKind kind) {
    Expression left = state.expressions.part(node.testexpr().orElseThrow());
    List<String> name = node.operName().isEmpty() ? List.of("=") : node.operName();
    return test(state, new NamedOperator(name, node.location()), left, new Tested(kind, query));
  }

  private record Tested(SubLinkKind kind, Query query) {}

  private static Expression test(
      ParseState state, NamedOperator name, Expression left, Tested tested) {
    List<Expression> leftSide =
        left instanceof Expression.RowExpr row ? row.arguments() : List.of(left);
    List<Expression> rightSide = new ArrayList<>();
    for (TargetEntry column : tested.query().visibleTargets()) {
      Expression value = column.expression();
      rightSide.add(
          new SubColumn(
              rightSide.size(),
              value.type(),
              value.typmod(),
              Coercion.collationOf(state, value.type())));
    }
    if (leftSide.size() != rightSide.size()) {
      throw Complaint.error(
          name.location(),
          SqlState.SYNTAX_ERROR,
          leftSide.size() < rightSide.size()
              ? "subquery has too many columns"
              : "subquery has too few columns");
    }
    Expression comparison = RowComparisons.compare(state, name, leftSide, rightSide);
    return new Expression.SubLink(
        tested.kind(), Optional.of(comparison), tested.query(), TypeOid.BOOL, -1, name.location());
  }

  /** {@code (a, b) = (SELECT …)}. */
  static Expression rowComparison(ParseState state, AExpr node, SubLink link) {
    Query query = query(state, link);
    Expr row = node.lexpr().orElseThrow();
    Expression left = state.expressions.part(row);
    return test(
        state,
        new NamedOperator(node.name(), node.location()),
        left,
        new Tested(SubLinkKind.ROW_COMPARE, query));
  }
}
