package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.ArrayExpr;
import io.pgdouble.engine.expression.Expression.DistinctExpr;
import io.pgdouble.engine.expression.Expression.NullIfExpr;
import io.pgdouble.engine.expression.Expression.NullTest;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.Quantifier;
import io.pgdouble.engine.expression.VariableFinder;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AExprKind;
import io.pgdouble.engine.tree.BoolExpr;
import io.pgdouble.engine.tree.BoolExprType;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.ExprList;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.SubLinkType;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of an operator expression ({@code transformAExprOp} and its neighbours). */
final class OperatorExpressions {
  private OperatorExpressions() {}

  static Expression analyze(ParseState state, AExpr node) {
    return switch (node.kind()) {
      case OP, LIKE, ILIKE, SIMILAR -> operator(state, node);
      case OP_ANY -> quantified(state, node, Quantifier.ANY);
      case OP_ALL -> quantified(state, node, Quantifier.ALL);
      case DISTINCT, NOT_DISTINCT -> distinct(state, node);
      case NULLIF -> nullIf(state, node);
      case IN -> in(state, node);
      case BETWEEN, NOT_BETWEEN, BETWEEN_SYM, NOT_BETWEEN_SYM -> between(state, node);
    };
  }

  private static Expression operator(ParseState state, AExpr node) {
    Expr right = node.rexpr();
    if (node.lexpr().isEmpty()) {
      return OperatorCalls.prefix(
          state, node.name(), state.expressions.part(right), node.location());
    }
    Expr left = node.lexpr().get();
    if (left instanceof RowExpr && right instanceof SubLink link && isScalar(link)) {
      return SubLinks.rowComparison(state, node, link);
    }
    Expression leftSide = state.expressions.part(left);
    Expression rightSide = state.expressions.part(right);
    if (left instanceof RowExpr
        && leftSide instanceof Expression.RowExpr leftRow
        && rightSide instanceof Expression.RowExpr rightRow
        && right instanceof RowExpr) {
      return RowComparisons.compare(
          state,
          new NamedOperator(node.name(), node.location()),
          leftRow.arguments(),
          rightRow.arguments());
    }
    return SqlFunctions.inlineOperator(
        state,
        OperatorCalls.binary(
            state, node.name(), OperatorCalls.pair(leftSide, rightSide), node.location()));
  }

  private static boolean isScalar(SubLink link) {
    return link.subLinkType() == SubLinkType.EXPR;
  }

  private static Expression quantified(ParseState state, AExpr node, Quantifier quantifier) {
    Expression left = state.expressions.part(node.lexpr().orElseThrow());
    Expression right = state.expressions.part(node.rexpr());
    return OperatorCalls.withArray(
        state,
        new NamedOperator(node.name(), node.location()),
        quantifier,
        OperatorCalls.pair(left, right));
  }

  private static Expression distinct(ParseState state, AExpr node) {
    Expr left = node.lexpr().orElseThrow();
    boolean distinct = node.kind() == AExprKind.DISTINCT;
    if (isNull(node.rexpr()) || isNull(left)) {
      Expression tested = state.expressions.part(isNull(node.rexpr()) ? left : node.rexpr());
      return new NullTest(tested, distinct, false, node.location());
    }
    Expression leftSide = state.expressions.part(left);
    Expression rightSide = state.expressions.part(node.rexpr());
    NamedOperator name = new NamedOperator(node.name(), node.location());
    boolean rows = left instanceof RowExpr && node.rexpr() instanceof RowExpr;
    Expression result =
        rows
            ? RowComparisons.distinct(
                state,
                name,
                ((Expression.RowExpr) leftSide).arguments(),
                ((Expression.RowExpr) rightSide).arguments())
            : distinct(state, name, leftSide, rightSide);
    return distinct
        ? result
        : new Expression.BoolExpr(BoolOperator.NOT, List.of(result), node.location());
  }

  private static boolean isNull(Expr expression) {
    return expression instanceof AConst constant && constant.value() instanceof NullValue;
  }

  /** {@code make_distinct_op}. */
  static Expression distinct(
      ParseState state, NamedOperator name, Expression left, Expression right) {
    OpExpr equal =
        OperatorCalls.binary(state, name.name(), OperatorCalls.pair(left, right), name.location());
    requireBoolean(equal, "IS DISTINCT FROM requires = operator to yield boolean");
    return new DistinctExpr(
        equal.operator(),
        equal.function(),
        equal.inputCollation(),
        equal.arguments(),
        equal.location());
  }

  private static void requireBoolean(OpExpr equal, String message) {
    if (equal.type() != TypeOid.BOOL) {
      throw Complaint.error(equal.location(), SqlState.DATATYPE_MISMATCH, message);
    }
  }

  private static Expression nullIf(ParseState state, AExpr node) {
    Expression left = state.expressions.part(node.lexpr().orElseThrow());
    Expression right = state.expressions.part(node.rexpr());
    OpExpr equal =
        OperatorCalls.binary(state, node.name(), OperatorCalls.pair(left, right), node.location());
    requireBoolean(equal, "NULLIF requires = operator to yield boolean");
    return new NullIfExpr(
        equal.operator(),
        equal.function(),
        equal.arguments().get(0).type(),
        equal.inputCollation(),
        equal.arguments(),
        equal.location());
  }

  /** {@code transformAExprIn}: values without variables go into an array if they can. */
  private static Expression in(ParseState state, AExpr node) {
    boolean negated = node.name().get(node.name().size() - 1).equals("<>");
    Expression left = state.expressions.part(node.lexpr().orElseThrow());
    List<Expression> constants = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (Expr item : ((ExprList) node.rexpr()).items()) {
      Expression value = state.expressions.part(item);
      (VariableFinder.anyOfThisLevel(value) ? others : constants).add(value);
    }
    Optional<Expression> result =
        constants.size() > 1 ? inArray(state, node, left, constants) : Optional.empty();
    // Those that found no place in an array are compared in the order they were written.
    List<Expression> rest = result.isPresent() ? others : inOrder(constants, others);
    for (Expression value : rest) {
      Expression compared = compare(state, node, left, value);
      Expression next = Coercion.toBoolean(state, compared, "IN");
      result = Optional.of(result.isEmpty() ? next : joined(node, negated, result.get(), next));
    }
    return result.orElseThrow();
  }

  private static List<Expression> inOrder(List<Expression> constants, List<Expression> others) {
    List<Expression> all = new ArrayList<>(constants);
    all.addAll(others);
    all.sort(java.util.Comparator.comparingInt(io.pgdouble.engine.expression.Locations::of));
    return all;
  }

  private static Expression joined(AExpr node, boolean negated, Expression one, Expression next) {
    return new Expression.BoolExpr(
        negated ? BoolOperator.AND : BoolOperator.OR, List.of(one, next), node.location());
  }

  private static Expression compare(
      ParseState state, AExpr node, Expression left, Expression right) {
    if (left instanceof Expression.RowExpr leftRow
        && right instanceof Expression.RowExpr rightRow) {
      return RowComparisons.compare(
          state,
          new NamedOperator(node.name(), node.location()),
          leftRow.arguments(),
          rightRow.arguments());
    }
    return OperatorCalls.binary(
        state, node.name(), OperatorCalls.pair(left, right), node.location());
  }

  private static Optional<Expression> inArray(
      ParseState state, AExpr node, Expression left, List<Expression> values) {
    List<Expression> all = new ArrayList<>(values);
    all.add(0, left);
    int type = CommonType.find(state, all);
    int array =
        type == 0 || type == TypeOid.RECORD ? 0 : TypeFacts.arrayType(state.catalog(), type);
    if (array == 0) {
      return Optional.empty();
    }
    List<Expression> elements = new ArrayList<>();
    for (Expression value : values) {
      elements.add(Coercion.toCommon(state, value, type, "IN"));
    }
    boolean negated = node.name().get(node.name().size() - 1).equals("<>");
    return Optional.of(
        OperatorCalls.withArray(
            state,
            new NamedOperator(node.name(), node.location()),
            negated ? Quantifier.ALL : Quantifier.ANY,
            OperatorCalls.pair(left, new ArrayExpr(array, type, elements, false, -1))));
  }

  /** {@code transformAExprBetween}: as if it were written with comparisons. */
  private static Expression between(ParseState state, AExpr node) {
    Expr value = node.lexpr().orElseThrow();
    List<Expr> bounds = ((ExprList) node.rexpr()).items();
    Expr low = bounds.get(0);
    Expr high = bounds.get(1);
    Comparer comparer = new Comparer(value, node.location());
    Expr rewritten =
        switch (node.kind()) {
          case BETWEEN -> comparer.inside(low, high);
          case NOT_BETWEEN -> comparer.outside(low, high);
          case BETWEEN_SYM ->
              comparer.both(
                  BoolExprType.OR, comparer.inside(low, high), comparer.inside(high, low));
          case NOT_BETWEEN_SYM ->
              comparer.both(
                  BoolExprType.AND, comparer.outside(low, high), comparer.outside(high, low));
          case OP, OP_ANY, OP_ALL, DISTINCT, NOT_DISTINCT, NULLIF, IN, LIKE, ILIKE, SIMILAR ->
              throw new IllegalStateException("no BETWEEN: " + node.kind());
        };
    return state.expressions.part(rewritten);
  }

  private record Comparer(Expr value, int location) {
    Expr inside(Expr low, Expr high) {
      return both(BoolExprType.AND, compare(">=", low), compare("<=", high));
    }

    Expr outside(Expr low, Expr high) {
      return both(BoolExprType.OR, compare("<", low), compare(">", high));
    }

    Expr both(BoolExprType operator, Expr one, Expr other) {
      return new BoolExpr(operator, List.of(one, other), location);
    }

    private Expr compare(String operator, Expr bound) {
      return new AExpr(AExprKind.OP, List.of(operator), Optional.of(value), bound, location);
    }
  }
}
