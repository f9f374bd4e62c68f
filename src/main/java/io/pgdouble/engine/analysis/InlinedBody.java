package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.engine.tree.SetOperation;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** Bodies of users' SQL functions that take the place of a call ({@code inline_function}). */
final class InlinedBody {
  private InlinedBody() {}

  /** Empty where the function is called. */
  static Optional<Expression> of(ParseState state, FuncExpr call) {
    ProcEntry function = call.function();
    boolean candidate =
        function.language().equals("sql")
            && function.kind() == 'f'
            && !function.returnsSet()
            && function.resultType() != TypeOid.RECORD
            && function.resultType() != TypeOid.VOID
            && call.arguments().size() == function.inputs()
            && !hasOwnTerms(state, function)
            && new Rights(state.context).mayExecute(function);
    if (!candidate) {
      return Optional.empty();
    }
    return expression(function)
        .flatMap(raw -> analyzed(state, call, raw))
        .filter(body -> isAllowed(call, body));
  }

  private static boolean hasOwnTerms(ParseState state, ProcEntry function) {
    FactRow row =
        state
            .context
            .catalog()
            .facts()
            .table("pg_proc")
            .byOid(Integer.toUnsignedLong(function.oid()))
            .orElseThrow();
    return row.bool("prosecdef") || !row.isNull("proconfig");
  }

  /** What cannot be parsed is complained of when it is called. */
  private static List<RawStmt> parsed(ProcEntry function) {
    try {
      return Parser.parse(function.source(), ParserSettings.DEFAULTS, notice -> {});
    } catch (ReportedError malformed) {
      return List.of();
    }
  }

  /** The only value of the only query, where there is no more to it. */
  private static Optional<Expr> expression(ProcEntry function) {
    List<RawStmt> parsed = Parser.parse(function.source(), ParserSettings.DEFAULTS, notice -> {});
    boolean plain =
        parsed.size() == 1
            && parsed.get(0).stmt() instanceof SelectStmt select
            && select.op() == SetOperation.NONE
            && select.targetList().size() == 1
            && select.fromClause().isEmpty()
            && select.whereClause().isEmpty()
            && select.groupClause().isEmpty()
            && select.havingClause().isEmpty()
            && select.windowClause().isEmpty()
            && select.distinctClause().isEmpty()
            && select.intoClause().isEmpty()
            && select.tail().equals(SelectTail.EMPTY);
    return plain
        ? Optional.of(((SelectStmt) parsed.get(0).stmt()).targetList().get(0).val())
        : Optional.empty();
  }

  private static Optional<Expression> analyzed(ParseState outer, FuncExpr call, Expr raw) {
    try {
      return value(outer, call, raw);
    } catch (ReportedError error) {
      throw duringInlining(error.located(), call.function());
    }
  }

  /** {@code clauses.c: sql_inline_error_callback}. */
  private static ReportedError duringInlining(ErrorReport error, ProcEntry function) {
    Optional<String> position = error.field(ErrorField.POSITION);
    ErrorReport report = error.without(ErrorField.POSITION);
    if (position.isPresent()) {
      report =
          report
              .with(ErrorField.INTERNAL_POSITION, position.get())
              .with(ErrorField.INTERNAL_QUERY, function.source());
    }
    String where = "SQL function \"" + function.name() + "\" during inlining";
    String lines =
        report.field(ErrorField.WHERE).map(before -> before + "\n" + where).orElse(where);
    return report.with(ErrorField.WHERE, lines).toException();
  }

  private static Optional<Expression> value(ParseState outer, FuncExpr call, Expr raw) {
    ParameterTypes parameters =
        ParameterTypes.named(
            call.function().name(), call.function().names(), Arguments.types(call.arguments()));
    ParseState state = new ParseState(outer.context, parameters);
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.SELECT_TARGET);
    if (state.hasAggregates || state.hasSetReturning) {
      return Optional.empty();
    }
    return Coercion.toTarget(state, value, CastTarget.assignment(call.type()));
  }

  private static boolean isAllowed(FuncExpr call, Expression body) {
    BodyTraits traits = BodyTraits.of(body, call.arguments().size());
    ProcEntry function = call.function();
    boolean steady = "isv".indexOf(function.volatility()) >= traits.volatility();
    boolean strict = !function.strict() || traits.isStrict() && traits.usesAll();
    return !traits.hasSubquery() && steady && strict && arguments(call, traits);
  }

  /** What is not used exactly once must be cheap, and always the same. */
  private static boolean arguments(FuncExpr call, BodyTraits traits) {
    for (int i = 0; i < call.arguments().size(); i++) {
      BodyTraits argument = BodyTraits.of(call.arguments().get(i), 0);
      boolean cheap =
          !argument.hasSubquery()
              && argument.volatility() < BodyTraits.VOLATILE
              && !argument.hasUserFunction();
      if (traits.uses(i) != 1 && !cheap) {
        return false;
      }
    }
    return true;
  }
}
