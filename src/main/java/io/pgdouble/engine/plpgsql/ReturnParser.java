package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code pl_gram.y: stmt_return}. */
final class ReturnParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;
  private final FunctionSource.Result result;

  ReturnParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
    this.result = parser.compilation.function.result();
  }

  PlStatement statement(PlToken first) {
    PlToken token = scanner.next();
    if (token.isEnd()) {
      throw scanner.complaint("unexpected end of function definition");
    }
    if (token.isWord("next")) {
      return next(first);
    }
    if (token.isWord("query")) {
      return query(first);
    }
    scanner.pushBack(token);
    return plain(first);
  }

  private PlStatement plain(PlToken first) {
    int line = scanner.line(first);
    if (result.kind() == FunctionSource.Kind.SET_RETURNING) {
      requireEnd(SqlState.DATATYPE_MISMATCH, "in function returning set");
      return new ReturnStatement(line, Optional.empty(), Optional.empty());
    }
    if (result.type() == TypeOid.VOID) {
      boolean procedure = result.kind() == FunctionSource.Kind.PROCEDURE;
      requireEnd(
          procedure ? SqlState.SYNTAX_ERROR : SqlState.DATATYPE_MISMATCH,
          procedure ? "in a procedure" : "in function returning void");
      return new ReturnStatement(line, Optional.empty(), Optional.empty());
    }
    if (parser.compilation.out.isPresent()) {
      requireEnd(SqlState.DATATYPE_MISMATCH, "in function with OUT parameters");
      return new ReturnStatement(line, parser.compilation.out, Optional.empty());
    }
    Optional<Datum> variable = onlyVariable();
    return variable.isPresent()
        ? new ReturnStatement(line, variable, Optional.empty())
        : new ReturnStatement(line, Optional.empty(), Optional.of(sql.expression(";")));
  }

  private void requireEnd(SqlState state, String where) {
    PlToken token = scanner.next();
    if (token.isSymbol(";")) {
      return;
    }
    ErrorReport report = scanner.at(state, "RETURN cannot have a parameter " + where, token);
    throw result.kind() == FunctionSource.Kind.SET_RETURNING
        ? report.withHint("Use RETURN NEXT or RETURN QUERY.").toException()
        : report.toException();
  }

  /** Where a variable stands alone, it is returned as it is. */
  private Optional<Datum> onlyVariable() {
    PlToken token = scanner.next();
    boolean whole =
        token.kind() == PlToken.Kind.DATUM
            && !(token.datum() instanceof Datum.RecField)
            && scanner.isNextSymbol(";");
    if (!whole) {
      scanner.pushBack(token);
      return Optional.empty();
    }
    scanner.next();
    return Optional.of(token.datum());
  }

  private PlStatement next(PlToken first) {
    if (result.kind() != FunctionSource.Kind.SET_RETURNING) {
      throw notSet("NEXT", first);
    }
    int line = scanner.line(first);
    if (parser.compilation.out.isPresent()) {
      PlToken token = scanner.next();
      if (!token.isSymbol(";")) {
        throw scanner
            .at(
                SqlState.DATATYPE_MISMATCH,
                "RETURN NEXT cannot have a parameter in function with OUT parameters",
                token)
            .toException();
      }
      return new ReturnNextStatement(line, parser.compilation.out, Optional.empty());
    }
    Optional<Datum> variable = onlyVariable();
    return variable.isPresent()
        ? new ReturnNextStatement(line, variable, Optional.empty())
        : new ReturnNextStatement(line, Optional.empty(), Optional.of(sql.expression(";")));
  }

  private ReportedError notSet(String what, PlToken first) {
    return scanner
        .at(
            SqlState.DATATYPE_MISMATCH,
            "cannot use RETURN " + what + " in a non-SETOF function",
            first)
        .toException();
  }

  private PlStatement query(PlToken first) {
    if (result.kind() != FunctionSource.Kind.SET_RETURNING) {
      throw notSet("QUERY", first);
    }
    int line = scanner.line(first);
    PlToken token = scanner.next();
    if (!token.is("execute")) {
      scanner.pushBack(token);
      return new ReturnQueryStatement(line, Optional.of(sql.statement()), Optional.empty());
    }
    SqlReader.Construct text = sql.checked(SqlReader.Wanted.expression("; or USING", ";", "using"));
    List<PlExpression> parameters = new ArrayList<>();
    PlToken end = text.end();
    while (end.is("using") || end.isSymbol(",")) {
      SqlReader.Construct parameter = sql.checked(SqlReader.Wanted.expression(", or ;", ",", ";"));
      parameters.add(parameter.expression());
      end = parameter.end();
    }
    return new ReturnQueryStatement(
        line,
        Optional.empty(),
        Optional.of(new DynamicSql(text.expression(), List.copyOf(parameters))));
  }
}
