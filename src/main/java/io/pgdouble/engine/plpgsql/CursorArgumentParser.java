package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.function.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a bound cursor ({@code pl_gram.y: read_cursor_args}). */
final class CursorArgumentParser {
  private final PlParser parser;
  private final PlScanner scanner;
  private boolean named;

  CursorArgumentParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
  }

  /** A query of the values; empty where the cursor has no parameters. */
  Optional<PlExpression> arguments(Datum.Scalar cursor, String until) {
    PlToken token = scanner.next();
    if (cursor.cursorArguments == null) {
      if (token.isSymbol("(")) {
        throw scanner.error("cursor \"" + cursor.name + "\" has no arguments", token);
      }
      requireEnd(token, until);
      return Optional.empty();
    }
    if (!token.isSymbol("(")) {
      throw scanner.error("cursor \"" + cursor.name + "\" has arguments", token);
    }
    String[] values = new String[cursor.cursorArguments.names.size()];
    for (int i = 0; i < values.length; i++) {
      argument(cursor, i, values);
    }
    requireEnd(scanner.next(), until);
    return Optional.of(query(cursor, values));
  }

  private void requireEnd(PlToken token, String until) {
    if (!token.isSymbol(until) && !token.is(until)) {
      throw scanner.syntaxError();
    }
  }

  private void argument(Datum.Scalar cursor, int index, String[] values) {
    PlToken at = scanner.peekUnresolved();
    int place = scanner.isNamedArgumentNext() ? place(cursor) : index;
    if (values[place] != null) {
      throw scanner.error(
          "value for parameter \""
              + cursor.cursorArguments.names.get(place)
              + "\" of cursor \""
              + cursor.name
              + "\" specified more than once",
          at);
    }
    SqlReader.Construct value =
        parser.sql.checked(SqlReader.Wanted.expression(",\" or \")", ",", ")"));
    values[place] = value.expression().query;
    boolean last = index == values.length - 1;
    if (value.end().isSymbol(")") && !last) {
      throw scanner.error("not enough arguments for cursor \"" + cursor.name + "\"", value.end());
    }
    if (value.end().isSymbol(",") && last) {
      throw scanner.error("too many arguments for cursor \"" + cursor.name + "\"", value.end());
    }
  }

  private int place(Datum.Scalar cursor) {
    PlScanner.Lookup before = scanner.lookup;
    scanner.lookup = PlScanner.Lookup.DECLARE;
    PlToken name = scanner.next();
    scanner.lookup = before;
    int place = cursor.cursorArguments.names.indexOf(name.text());
    if (place < 0) {
      throw scanner.error(
          "cursor \"" + cursor.name + "\" has no argument named \"" + name.text() + "\"", name);
    }
    scanner.next();
    named = true;
    return place;
  }

  private PlExpression query(Datum.Scalar cursor, String[] values) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String name = cursor.cursorArguments.names.get(i);
      columns.add(
          named
              ? values[i]
                  + " AS "
                  + Quoting.identifier(name, parser.compilation.analysis.execution().facts())
              : values[i]);
    }
    return new PlExpression(
        String.join(", ", columns), ParseMode.EXPRESSION, parser.compilation.namespace);
  }
}
