package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.SqlFunctionExpr;
import io.pgdouble.engine.expression.SqlBody;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/**
 * Functions whose body is an SQL expression or one query for a value, and default values, which are
 * kept as SQL too ({@code clauses.c: inline_function}).
 */
final class SqlFunctions {
  private static final String EXPRESSION_BODY = "RETURN ";
  private static final String ATOMIC_BEGIN = "BEGIN ATOMIC\n ";
  private static final String ATOMIC_SELECT = ATOMIC_BEGIN + "SELECT ";
  private static final String ATOMIC_END = ";\nEND";

  private SqlFunctions() {}

  /** Gives a call of an SQL function its body; other calls stay as they are. */
  static Expression inline(ParseState state, FuncExpr call) {
    ProcEntry function = call.function();
    if (function.isOfUser()) {
      return InlinedBody.of(state, call).map(body -> inlined(call, body)).orElse(call);
    }
    Optional<String> query = Functions.isBuiltin(function) ? Optional.empty() : query(function);
    if (query.isEmpty()) {
      return call;
    }
    Expression body =
        expression(
            state,
            query.get(),
            ParameterTypes.named(
                function.name(), function.names(), Arguments.types(call.arguments())));
    return inlined(call, body);
  }

  private static Expression inlined(FuncExpr call, Expression body) {
    return new SqlFunctionExpr(call, Optional.empty(), new SqlBody(body));
  }

  /** The same for an operator whose function is SQL. */
  static Expression inlineOperator(ParseState state, Expression.OpExpr node) {
    if (Functions.isBuiltin(node.function())) {
      return node;
    }
    Expression call =
        inline(
            state,
            new FuncExpr(
                node.function(),
                node.type(),
                -1,
                io.pgdouble.engine.expression.CallForm.EXPLICIT_CALL,
                io.pgdouble.engine.expression.VariadicForm.NONE,
                node.inputCollation(),
                node.arguments(),
                node.location()));
    return call instanceof SqlFunctionExpr inlined
        ? new SqlFunctionExpr(inlined.call(), Optional.of(node.operator()), inlined.body())
        : node;
  }

  /** The body as a query of one value; empty for a body of another kind. */
  private static Optional<String> query(ProcEntry function) {
    String source = function.source();
    if (function.returnsSet()) {
      return Optional.empty();
    }
    if (source.startsWith(EXPRESSION_BODY)) {
      return Optional.of("SELECT " + source.substring(EXPRESSION_BODY.length()));
    }
    if (source.startsWith(ATOMIC_SELECT)) {
      // The first row is the result.
      String select = source.substring(ATOMIC_BEGIN.length(), source.lastIndexOf(ATOMIC_END));
      return Optional.of("SELECT (SELECT * FROM (" + select + ") AS body LIMIT 1)")
          .filter(one -> select.indexOf(';') < 0);
    }
    return Optional.of(source).filter(text -> text.startsWith("select "));
  }

  static Expression defaultValue(ParseState state, String text, int type) {
    Expression value = expression(state, "SELECT " + text, ParameterTypes.none());
    return value.type() == type || value.type() == TypeOid.UNKNOWN
        ? value
        : Coercion.coerce(state, value, CastTarget.implicit(type));
  }

  private static Expression expression(ParseState outer, String query, ParameterTypes parameters) {
    List<RawStmt> parsed = Parser.parse(query, ParserSettings.DEFAULTS, notice -> {});
    SelectStmt select = (SelectStmt) parsed.get(0).stmt();
    Expr expression = select.targetList().get(0).val();
    ParseState state = new ParseState(outer.context, parameters);
    try {
      return ExpressionAnalyzer.analyze(state, expression, ClauseKind.OTHER);
    } catch (ReportedError error) {
      // Positions inside a body mean nothing to who calls it; only what is not simulated comes
      // here.
      throw Complaint.notSimulated("an SQL function's body: " + error.report().message());
    }
  }
}
