package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Ordering;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CaseWhen;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.CaseTest;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.MinMax;
import io.pgdouble.engine.tree.CaseExpr;
import io.pgdouble.engine.tree.CoalesceExpr;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.MinMaxExpr;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CASE, COALESCE, GREATEST and LEAST: expressions whose parts must have one type. */
final class Alternatives {
  private Alternatives() {}

  static Expression caseExpression(ParseState state, CaseExpr node) {
    boolean setsBefore = state.hasSetReturning;
    Optional<Expression> argument = node.arg().map(arg -> argument(state, arg));
    Optional<Expression> test =
        argument.map(
            a -> new CaseTest(a.type(), a.typmod(), Coercion.collationOf(state, a.type())));
    List<Expression> conditions = new ArrayList<>();
    List<Expression> results = new ArrayList<>();
    for (io.pgdouble.engine.tree.CaseWhen when : node.args()) {
      Expression condition = condition(state, when, test);
      conditions.add(Coercion.toBoolean(state, condition, "CASE/WHEN"));
      results.add(state.expressions.part(when.result()));
    }
    Expression otherwise =
        node.defresult()
            .map(state.expressions::part)
            .orElseGet(() -> new Const(TypeOid.UNKNOWN, -1, 0, null, -1));
    List<Expression> all = new ArrayList<>(results);
    all.add(0, otherwise);
    int type = CommonType.select(state, all, "CASE");
    Expression otherwiseResult = Coercion.toCommon(state, otherwise, type, "CASE/ELSE");
    List<CaseWhen> whens = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Expression result = Coercion.toCommon(state, results.get(i), type, "CASE/WHEN");
      whens.add(new CaseWhen(conditions.get(i), result));
    }
    Expression made =
        new Expression.CaseExpr(type, argument, whens, otherwiseResult, node.location());
    refuseNewSets(state, setsBefore, made, "CASE");
    return made;
  }

  private static Expression argument(ParseState state, Expr raw) {
    Expression argument = state.expressions.part(raw);
    return argument.type() == TypeOid.UNKNOWN
        ? Coercion.toCommon(state, argument, TypeOid.TEXT, "CASE")
        : argument;
  }

  private static Expression condition(
      ParseState state, io.pgdouble.engine.tree.CaseWhen when, Optional<Expression> test) {
    Expression value = state.expressions.part(when.expr());
    return test.isEmpty()
        ? value
        : OperatorCalls.binary(
            state, List.of("="), OperatorCalls.pair(test.get(), value), when.location());
  }

  /** A set cannot be computed conditionally. */
  private static void refuseNewSets(
      ParseState state, boolean before, Expression made, String construct) {
    if (!state.hasSetReturning || before && !SetReturning.in(made)) {
      return;
    }
    int location = SetReturning.locationIn(made);
    throw Complaint.at(
            location,
            SqlState.FEATURE_NOT_SUPPORTED,
            "set-returning functions are not allowed in " + construct)
        .withHint("You might be able to move the set-returning function into a LATERAL FROM item.")
        .toException();
  }

  static Expression coalesce(ParseState state, CoalesceExpr node) {
    boolean setsBefore = state.hasSetReturning;
    List<Expression> arguments = state.expressions.parts(node.args());
    int type = CommonType.select(state, arguments, "COALESCE");
    Expression made =
        new Expression.CoalesceExpr(
            type, common(state, arguments, type, "COALESCE"), node.location());
    refuseNewSets(state, setsBefore, made, "COALESCE");
    return made;
  }

  private static List<Expression> common(
      ParseState state, List<Expression> arguments, int type, String construct) {
    List<Expression> converted = new ArrayList<>(arguments.size());
    for (Expression argument : arguments) {
      converted.add(Coercion.toCommon(state, argument, type, construct));
    }
    return converted;
  }

  static Expression minMax(ParseState state, MinMaxExpr node) {
    MinMax which = node.greatest() ? MinMax.GREATEST : MinMax.LEAST;
    List<Expression> arguments = state.expressions.parts(node.args());
    int type = CommonType.select(state, arguments, which.name());
    List<Expression> converted = common(state, arguments, type, which.name());
    // That the type has no order is found out when the expression is prepared for execution.
    Ordering ordering =
        state
            .catalog()
            .ordering(type)
            .orElseThrow(
                () ->
                    Complaint.error(
                        -1,
                        SqlState.UNDEFINED_FUNCTION,
                        "could not identify a comparison function for type "
                            + TypeFacts.name(type)));
    Functions.requireSimulated(ordering.comparison());
    return new Expression.MinMaxExpr(
        which,
        ordering.comparison(),
        type,
        Collations.ofInputs(state, converted),
        converted,
        node.location());
  }
}
