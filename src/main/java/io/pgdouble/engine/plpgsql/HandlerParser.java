package io.pgdouble.engine.plpgsql;

import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** What stands behind EXCEPTION ({@code pl_gram.y: exception_sect}). */
final class HandlerParser {
  private final PlParser parser;
  private final PlScanner scanner;

  HandlerParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
  }

  BlockStatement.Handlers handlers() {
    int line = scanner.line(scanner.next());
    Datum.Scalar state = declare("sqlstate", line);
    Datum.Scalar message = declare("sqlerrm", line);
    List<BlockStatement.Handler> all = new ArrayList<>();
    do {
      all.add(handler());
    } while (scanner.peek().is("when"));
    return new BlockStatement.Handlers(state, message, List.copyOf(all));
  }

  private Datum.Scalar declare(String name, int line) {
    Datum.Variable variable =
        parser.compilation.declare(name, line, parser.compilation.type(TypeOid.TEXT));
    variable.constant = true;
    return (Datum.Scalar) variable;
  }

  private BlockStatement.Handler handler() {
    PlToken when = scanner.next();
    if (!when.is("when")) {
      throw scanner.syntaxError();
    }
    List<Condition> conditions = new ArrayList<>(condition());
    PlToken token = scanner.next();
    while (token.is("or")) {
      conditions.addAll(condition());
      token = scanner.next();
    }
    if (!token.is("then")) {
      throw scanner.syntaxError();
    }
    List<PlStatement> action = parser.sequence();
    scanner.line(when);
    return new BlockStatement.Handler(List.copyOf(conditions), action);
  }

  private List<Condition> condition() {
    PlToken name = scanner.next();
    parser.requireIdentifier(name);
    if (!name.text().equals("sqlstate")) {
      return Condition.named(name.text());
    }
    return List.of(new Condition(code(scanner)));
  }

  /** A literal of five characters, as SQLSTATE wants it. */
  static String code(PlScanner scanner) {
    PlToken code = scanner.next();
    if (code.kind() != PlToken.Kind.STRING) {
      throw scanner.syntaxError();
    }
    if (!Condition.isCode(code.text())) {
      throw scanner.complaint("invalid SQLSTATE code");
    }
    return code.text();
  }
}
