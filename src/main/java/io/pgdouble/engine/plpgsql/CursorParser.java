package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements about cursors ({@code pl_gram.y: stmt_open, stmt_fetch, stmt_move}). */
final class CursorParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;

  CursorParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
  }

  /** {@code cursor_variable}. */
  private Datum.Scalar variable() {
    PlToken token = scanner.next();
    if (token.kind() != PlToken.Kind.DATUM) {
      throw sql.notVariableHere();
    }
    if (!(token.datum() instanceof Datum.Scalar scalar) || scanner.isNextSymbol("[")) {
      throw mismatch("cursor variable must be a simple variable", token);
    }
    if (scalar.type.oid() != TypeOid.REFCURSOR) {
      throw mismatch("variable \"" + scalar.name + "\" must be of type cursor or refcursor", token);
    }
    return scalar;
  }

  private RuntimeException mismatch(String message, PlToken token) {
    return scanner.at(SqlState.DATATYPE_MISMATCH, message, token).toException();
  }

  PlStatement open(PlToken first) {
    Datum.Scalar variable = variable();
    int line = scanner.line(first);
    if (variable.cursorQuery != null) {
      Optional<PlExpression> arguments = new CursorArgumentParser(parser).arguments(variable, ";");
      return new OpenStatement(
          line,
          variable,
          new OpenStatement.Opened(Optional.empty(), Optional.empty(), arguments, 0));
    }
    int options = 0;
    PlToken token = scanner.next();
    if (token.isWord("no")) {
      token = scanner.next();
      if (token.isWord("scroll")) {
        options = CursorOption.NO_SCROLL;
        token = scanner.next();
      }
    } else if (token.isWord("scroll")) {
      options = CursorOption.SCROLL;
      token = scanner.next();
    }
    if (!token.is("for")) {
      throw scanner.complaint("syntax error, expected \"FOR\"");
    }
    return new OpenStatement(line, variable, opened(options));
  }

  private OpenStatement.Opened opened(int options) {
    PlToken token = scanner.next();
    if (!token.is("execute")) {
      scanner.pushBack(token);
      return new OpenStatement.Opened(
          Optional.of(sql.statement()), Optional.empty(), Optional.empty(), options);
    }
    SqlReader.Construct text = sql.checked(SqlReader.Wanted.expression("USING or ;", "using", ";"));
    List<PlExpression> parameters = new ArrayList<>();
    PlToken end = text.end();
    while (end.is("using") || end.isSymbol(",")) {
      SqlReader.Construct parameter = sql.checked(SqlReader.Wanted.expression(", or ;", ",", ";"));
      parameters.add(parameter.expression());
      end = parameter.end();
    }
    DynamicSql dynamic = new DynamicSql(text.expression(), List.copyOf(parameters));
    return new OpenStatement.Opened(
        Optional.empty(), Optional.of(dynamic), Optional.empty(), options);
  }

  PlStatement fetch(PlToken first) {
    FetchStatement.Step step = new DirectionParser(parser).direction();
    Datum.Scalar variable = variable();
    parser.expect("into");
    Datum target = parser.targets.target();
    parser.expectSymbol(";");
    if (step.rows() == FetchStatement.Rows.SEVERAL) {
      throw scanner
          .at(SqlState.FEATURE_NOT_SUPPORTED, "FETCH statement cannot return multiple rows", first)
          .toException();
    }
    return new FetchStatement(scanner.line(first), variable, step, Optional.of(target));
  }

  PlStatement move(PlToken first) {
    FetchStatement.Step step = new DirectionParser(parser).direction();
    Datum.Scalar variable = variable();
    parser.expectSymbol(";");
    return new FetchStatement(scanner.line(first), variable, step, Optional.empty());
  }

  PlStatement close(PlToken first) {
    Datum.Scalar variable = variable();
    parser.expectSymbol(";");
    return new CloseStatement(scanner.line(first), variable);
  }
}
