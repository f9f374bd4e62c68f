package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code pl_gram.y: stmt_raise}. */
final class RaiseParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private final SqlReader sql;

  RaiseParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.sql = parser.sql;
  }

  PlStatement raise(PlToken first) {
    int line = scanner.line(first);
    PlToken token = next();
    Severity level = Severity.ERROR;
    Optional<Severity> said = level(token);
    if (said.isPresent()) {
      level = said.get();
      token = next();
    }
    Optional<String> condition = Optional.empty();
    Optional<String> message = Optional.empty();
    List<PlExpression> parameters = new ArrayList<>();
    boolean bare = said.isEmpty() && token.isSymbol(";");
    if (token.kind() == PlToken.Kind.STRING) {
      message = Optional.of(token.text());
      token = parameters(parameters);
    } else if (!token.is("using") && !bare) {
      condition = Optional.of(condition(token));
      token = scanner.next();
      if (!token.isSymbol(";") && !token.is("using")) {
        throw scanner.syntaxError();
      }
    }
    List<RaiseStatement.Option> options = token.is("using") ? options() : List.of();
    message.ifPresent(format -> check(format, parameters));
    return new RaiseStatement(
        line, level, new RaiseStatement.Told(condition, message, List.copyOf(parameters), options));
  }

  private PlToken next() {
    PlToken token = scanner.next();
    if (token.isEnd()) {
      throw scanner.complaint("unexpected end of function definition");
    }
    return token;
  }

  private static Optional<Severity> level(PlToken token) {
    if (token.isWord("exception")) {
      return Optional.of(Severity.ERROR);
    }
    if (token.isWord("debug")) {
      return Optional.of(Severity.DEBUG1);
    }
    for (Severity level : List.of(Severity.WARNING, Severity.NOTICE, Severity.INFO, Severity.LOG)) {
      if (token.isWord(level.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  private PlToken parameters(List<PlExpression> parameters) {
    PlToken token = scanner.next();
    if (!token.isSymbol(",") && !token.isSymbol(";") && !token.is("using")) {
      throw scanner.syntaxError();
    }
    while (token.isSymbol(",")) {
      SqlReader.Construct parameter =
          sql.checked(SqlReader.Wanted.expression(", or ; or USING", ",", ";", "using"));
      parameters.add(parameter.expression());
      token = parameter.end();
    }
    return token;
  }

  private String condition(PlToken token) {
    if (token.isWord("sqlstate")) {
      return HandlerParser.code(scanner);
    }
    boolean name = token.kind() == PlToken.Kind.WORD || token.kind() == PlToken.Kind.UNRESERVED;
    if (!name) {
      throw scanner.syntaxError();
    }
    Condition.code(token.text());
    return token.text();
  }

  /** {@code read_raise_options}. */
  private List<RaiseStatement.Option> options() {
    List<RaiseStatement.Option> options = new ArrayList<>();
    PlToken end;
    do {
      RaiseStatement.OptionKind kind = kind(next());
      PlToken equals = scanner.next();
      if (!equals.isAssignment()) {
        throw scanner.complaint("syntax error, expected \"=\"");
      }
      SqlReader.Construct value = sql.checked(SqlReader.Wanted.expression(", or ;", ",", ";"));
      options.add(new RaiseStatement.Option(kind, value.expression()));
      end = value.end();
    } while (end.isSymbol(","));
    return List.copyOf(options);
  }

  private RaiseStatement.OptionKind kind(PlToken token) {
    for (RaiseStatement.OptionKind kind : RaiseStatement.OptionKind.values()) {
      if (token.isWord(kind.name().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw scanner.complaint("unrecognized RAISE statement option");
  }

  private static void check(String format, List<PlExpression> parameters) {
    int wanted = RaiseStatement.placeholders(format);
    if (wanted != parameters.size()) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR,
          "too "
              + (wanted < parameters.size() ? "many" : "few")
              + " parameters specified for RAISE");
    }
  }
}
