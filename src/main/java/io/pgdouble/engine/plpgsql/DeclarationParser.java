package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** What DECLARE declares ({@code pl_gram.y: decl_sect}). */
final class DeclarationParser {
  private final Compilation compilation;
  private final PlScanner scanner;
  private final SqlReader sql;
  private final TypeReader types;

  DeclarationParser(Compilation compilation, PlScanner scanner, SqlReader sql) {
    this.compilation = compilation;
    this.scanner = scanner;
    this.sql = sql;
    this.types = new TypeReader(compilation, scanner, sql);
  }

  /** Behind a block's label: the variables to be given their first values. */
  List<Datum.Variable> section() {
    if (!scanner.peek().is("declare")) {
      return List.of();
    }
    scanner.next();
    compilation.rememberDatums();
    scanner.lookup = PlScanner.Lookup.DECLARE;
    boolean any = false;
    while (!scanner.peek().is("begin")) {
      statement();
      any = true;
    }
    scanner.lookup = PlScanner.Lookup.NORMAL;
    return any ? compilation.declared() : List.of();
  }

  private void statement() {
    PlToken token = scanner.next();
    if (token.is("declare")) {
      return;
    }
    if (token.isSymbol("<<")) {
      labelTooLate(token);
    }
    boolean name = token.kind() == PlToken.Kind.WORD || token.kind() == PlToken.Kind.UNRESERVED;
    if (!name) {
      throw scanner.syntaxError();
    }
    int line = scanner.line(token);
    if (compilation.namespace.declares(token.text())) {
      throw scanner.complaint("duplicate declaration");
    }
    PlToken next = scanner.peek();
    if (next.is("alias")) {
      alias(token);
    } else if (next.is("cursor") || next.is("scroll") || next.is("no")) {
      cursor(token, line);
    } else {
      variable(token, line);
    }
  }

  private void labelTooLate(PlToken at) {
    PlToken label = scanner.next();
    boolean name = label.kind() == PlToken.Kind.WORD || label.kind() == PlToken.Kind.UNRESERVED;
    if (!name || !scanner.next().isSymbol(">>")) {
      throw scanner.syntaxError();
    }
    throw scanner.error("block label must be placed before DECLARE, not after", at);
  }

  private void alias(PlToken name) {
    scanner.next();
    expect("for");
    PlToken aliased = scanner.next();
    boolean named =
        aliased.kind() == PlToken.Kind.WORD
            || aliased.kind() == PlToken.Kind.UNRESERVED
            || aliased.kind() == PlToken.Kind.COMPOUND;
    if (!named) {
      throw scanner.syntaxError();
    }
    String[] names =
        aliased.names().isEmpty()
            ? new String[] {aliased.text()}
            : aliased.names().toArray(String[]::new);
    Namespace.Found found =
        compilation
            .namespace
            .find(names)
            .orElseThrow(
                () ->
                    scanner
                        .at(
                            SqlState.UNDEFINED_OBJECT,
                            "variable \"" + aliased.name() + "\" does not exist",
                            aliased)
                        .toException());
    expectSymbol(";");
    compilation.namespace = compilation.namespace.add(found.datum(), name.text());
  }

  private void variable(PlToken name, int line) {
    boolean constant = scanner.peek().is("constant");
    if (constant) {
      scanner.next();
    }
    PlType type = types.read();
    PlToken token = scanner.next();
    if (token.is("collate")) {
      throw ErrorReport.notSimulated("COLLATE in a declaration").toException();
    }
    PlToken not = token;
    boolean notNull = token.is("not");
    if (notNull) {
      expect("null");
      token = scanner.next();
    }
    PlExpression initial = initial(token);
    Datum.Variable variable = compilation.declare(name.text(), line, type);
    variable.constant = constant;
    variable.notNull = notNull;
    variable.defaultValue = initial;
    if (notNull && initial == null) {
      String message =
          "variable \""
              + name.text()
              + "\" must have a default value, since it's declared NOT NULL";
      throw scanner.at(SqlState.NULL_VALUE_NOT_ALLOWED, message, not).toException();
    }
  }

  /** {@code decl_defval}; null where there is none. */
  private PlExpression initial(PlToken token) {
    if (token.isSymbol(";")) {
      return null;
    }
    if (!token.isAssignment() && !token.is("default")) {
      throw scanner.syntaxError();
    }
    return sql.expression(";");
  }

  private void cursor(PlToken name, int line) {
    int options = scrolling();
    expect("cursor");
    compilation.namespace =
        Namespace.push(compilation.namespace, Namespace.Kind.OTHER_LABEL, name.text());
    Datum.RowList arguments = scanner.peek().isSymbol("(") ? arguments() : null;
    PlToken is = scanner.next();
    if (!is.is("is") && !is.is("for")) {
      throw scanner.syntaxError();
    }
    PlExpression query = sql.statement();
    compilation.namespace = compilation.namespace.pop();
    Datum.Scalar cursor =
        (Datum.Scalar) compilation.declare(name.text(), line, compilation.type(TypeOid.REFCURSOR));
    if (!MajorChange.BOUND_CURSORS_ARE_NAMELESS.isIn(compilation.settings.major())) {
      cursor.defaultValue =
          new PlExpression(
              quoted(name.text()) + "::pg_catalog.refcursor",
              ParseMode.EXPRESSION,
              compilation.namespace);
    }
    cursor.cursorQuery = query;
    cursor.cursorArguments = arguments;
    cursor.cursorOptions = options;
  }

  private static String quoted(String name) {
    String escape = name.indexOf('\\') >= 0 ? "E" : "";
    return escape + "'" + name.replace("'", "''").replace("\\", "\\\\") + "'";
  }

  private int scrolling() {
    if (scanner.peek().is("no")) {
      scanner.next();
      expect("scroll");
      return CursorOption.NO_SCROLL;
    }
    if (scanner.peek().is("scroll")) {
      scanner.next();
      return CursorOption.SCROLL;
    }
    return 0;
  }

  private Datum.RowList arguments() {
    List<String> names = new ArrayList<>();
    List<Datum> members = new ArrayList<>();
    do {
      scanner.next();
      PlToken name = scanner.next();
      boolean word = name.kind() == PlToken.Kind.WORD || name.kind() == PlToken.Kind.UNRESERVED;
      if (!word) {
        throw scanner.syntaxError();
      }
      int line = scanner.line(name);
      if (compilation.namespace.declares(name.text())) {
        throw scanner.complaint("duplicate declaration");
      }
      names.add(name.text());
      members.add(compilation.declare(name.text(), line, types.read()));
    } while (scanner.peek().isSymbol(","));
    expectSymbol(")");
    return compilation.add(new Datum.RowList(names, members));
  }

  private void expect(String keyword) {
    if (!scanner.next().is(keyword)) {
      throw scanner.syntaxError();
    }
  }

  private void expectSymbol(String symbol) {
    if (!scanner.next().isSymbol(symbol)) {
      throw scanner.syntaxError();
    }
  }
}
