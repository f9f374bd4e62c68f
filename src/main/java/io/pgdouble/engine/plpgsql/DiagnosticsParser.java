package io.pgdouble.engine.plpgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code pl_gram.y: stmt_getdiag}. */
final class DiagnosticsParser {
  private final PlParser parser;
  private final PlScanner scanner;

  DiagnosticsParser(PlParser parser) {
    this.parser = parser;
    this.scanner = parser.scanner;
  }

  PlStatement get(PlToken first) {
    DiagnosticsStatement.Area area = DiagnosticsStatement.Area.CURRENT;
    PlToken token = scanner.next();
    if (token.is("current") || token.is("stacked")) {
      area =
          token.is("stacked")
              ? DiagnosticsStatement.Area.STACKED
              : DiagnosticsStatement.Area.CURRENT;
      token = scanner.next();
    }
    if (!token.is("diagnostics")) {
      throw scanner.syntaxError();
    }
    List<DiagnosticsStatement.Item> items = new ArrayList<>();
    do {
      items.add(item());
      token = scanner.next();
    } while (token.isSymbol(","));
    if (!token.isSymbol(";")) {
      throw scanner.syntaxError();
    }
    int line = scanner.line(first);
    for (DiagnosticsStatement.Item item : items) {
      check(item.kind(), area, first);
    }
    return new DiagnosticsStatement(line, area, items);
  }

  private void check(
      DiagnosticsStatement.ItemKind kind, DiagnosticsStatement.Area area, PlToken first) {
    if (!kind.isAllowedIn(area)) {
      throw scanner.error(
          "diagnostics item "
              + kind.name()
              + " is not allowed in GET "
              + area.name()
              + " DIAGNOSTICS",
          first);
    }
  }

  private DiagnosticsStatement.Item item() {
    PlToken target = scanner.next();
    if (target.kind() != PlToken.Kind.DATUM) {
      throw parser.sql.notVariableHere();
    }
    if (target.datum().isRow() || scanner.isNextSymbol("[")) {
      throw scanner.error("\"" + target.name() + "\" is not a scalar variable", target);
    }
    parser.sql.checkAssignable(target.datum(), target);
    if (!scanner.next().isAssignment()) {
      throw scanner.syntaxError();
    }
    return new DiagnosticsStatement.Item(kind(scanner.next()), target.datum());
  }

  private DiagnosticsStatement.ItemKind kind(PlToken token) {
    for (DiagnosticsStatement.ItemKind kind : DiagnosticsStatement.ItemKind.values()) {
      if (token.isWord(kind.name().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw scanner.complaint("unrecognized GET DIAGNOSTICS item");
  }
}
