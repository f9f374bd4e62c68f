package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.sql.Parser;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;

/** Finds where SQL within a body ends ({@code pl_gram.y: read_sql_construct}). */
final class SqlReader {
  private static final int MOST_ENDINGS = 3;

  private final Compilation compilation;
  private final PlScanner scanner;

  SqlReader(Compilation compilation, PlScanner scanner) {
    this.compilation = compilation;
    this.scanner = scanner;
  }

  /**
   * What was read.
   *
   * @param start index of its first character
   * @param end the token that ended it
   */
  record Construct(PlExpression expression, int start, PlToken end) {}

  /**
   * What is to be read.
   *
   * @param until keywords and symbols one of which ends it
   * @param expected as a complaint names them
   */
  record Wanted(ParseMode mode, String expected, List<String> until) {
    static Wanted expression(String expected, String... until) {
      return new Wanted(ParseMode.EXPRESSION, expected, List.of(until));
    }

    /** What kind of thing it is, in complaints. */
    String words() {
      return mode == ParseMode.EXPRESSION ? "expression" : "statement";
    }
  }

  /** {@code read_sql_expression}. */
  PlExpression expression(String until) {
    return checked(Wanted.expression(until, until)).expression();
  }

  /** The same, with another word for what ends it. */
  PlExpression expression(String until, String expected) {
    return checked(Wanted.expression(expected, until)).expression();
  }

  /** {@code read_sql_stmt}. */
  PlExpression statement() {
    return checked(new Wanted(ParseMode.STATEMENT, ";", List.of(";"))).expression();
  }

  /** One whose syntax is checked at once. */
  Construct checked(Wanted wanted) {
    Construct read = read(wanted, wanted.words());
    check(read.expression(), read.start());
    return read;
  }

  /**
   * One whose syntax is not checked yet.
   *
   * @param words what it is in complaints, expression or statement
   */
  Construct read(Wanted wanted, String words) {
    PlScanner.Lookup before = scanner.lookup;
    scanner.lookup = PlScanner.Lookup.EXPRESSION;
    PlToken token = scanner.next();
    int start = token.start();
    int end = -1;
    int depth = 0;
    while (depth != 0 || !ends(token, wanted)) {
      depth += nesting(token);
      if (depth < 0) {
        throw scanner.complaint("mismatched parentheses");
      }
      if (token.isEnd() || token.isSymbol(";")) {
        throw unfinished(wanted, words, depth);
      }
      end = token.end();
      token = scanner.next();
    }
    scanner.lookup = before;
    if (start >= end) {
      throw scanner.complaint(
          words.equals("expression") ? "missing expression" : "missing SQL statement");
    }
    PlExpression made =
        new PlExpression(scanner.text(start, end), wanted.mode(), compilation.namespace);
    return new Construct(made, start, token);
  }

  /**
   * The end of the body is number 0, and so is an ending that is not there: it ends what has less
   * than three.
   */
  private static boolean ends(PlToken token, Wanted wanted) {
    if (token.isEnd() && wanted.until().size() < MOST_ENDINGS) {
      return true;
    }
    for (String until : wanted.until()) {
      if (token.isSymbol(until) || token.is(until)) {
        return true;
      }
    }
    return false;
  }

  private static int nesting(PlToken token) {
    if (token.isSymbol("(") || token.isSymbol("[")) {
      return 1;
    }
    return token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
  }

  private ReportedError unfinished(Wanted wanted, String words, int depth) {
    if (depth != 0) {
      return scanner.complaint("mismatched parentheses");
    }
    return scanner.error(
        "missing \"" + wanted.expected() + "\" at end of SQL " + words, scanner.last());
  }

  /** {@code check_sql_expr}. */
  void check(PlExpression expression, int start) {
    if (compilation.function.check() == FunctionSource.SyntaxCheck.WHEN_RUN) {
      return;
    }
    try {
      parse(expression);
    } catch (ReportedError error) {
      throw transposed(error, start);
    }
  }

  private void parse(PlExpression expression) {
    switch (expression.mode) {
      case STATEMENT -> Parser.parse(expression.query, compilation.settings, notice -> {});
      case EXPRESSION -> Parser.parsePlpgsqlExpr(expression.query, compilation.settings);
      case ASSIGN1, ASSIGN2, ASSIGN3 ->
          Parser.parsePlpgsqlAssign(expression.query, compilation.settings);
    }
  }

  /** {@code plpgsql_sql_error_callback}: positions in a part become positions in the whole. */
  ReportedError transposed(ReportedError error, int start) {
    ErrorReport report = error.report();
    int inner = report.field(ErrorField.POSITION).map(Integer::parseInt).orElse(1);
    int position = scanner.position(start) + inner - 1;
    return report
        .without(ErrorField.POSITION)
        .with(ErrorField.INTERNAL_POSITION, Integer.toString(position))
        .with(ErrorField.INTERNAL_QUERY, scanner.source())
        .toException();
  }

  /** {@code check_assignable}. */
  void checkAssignable(Datum datum, PlToken at) {
    Datum whole = datum instanceof Datum.RecField field ? field.parent : datum;
    if (whole instanceof Datum.Variable variable && variable.constant) {
      throw scanner
          .at(SqlState.ERROR_IN_ASSIGNMENT, PlErrors.constant(variable.name), at)
          .toException();
    }
  }

  /** {@code word_is_not_variable}, {@code cword_is_not_variable}. */
  ReportedError notVariable(PlToken token) {
    return scanner.error("\"" + token.name() + "\" is not a known variable", token);
  }

  /** {@code current_token_is_not_variable}. */
  ReportedError notVariableHere() {
    PlToken token = scanner.last();
    boolean word = token.kind() == PlToken.Kind.WORD || token.kind() == PlToken.Kind.COMPOUND;
    return word ? notVariable(token) : scanner.syntaxError();
  }
}
