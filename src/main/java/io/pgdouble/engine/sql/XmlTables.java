package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RangeTableFunc;
import io.pgdouble.engine.tree.RangeTableFuncCol;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** XMLTABLE in FROM ({@code gram.y: xmltable}). */
final class XmlTables {
  private final Grammar g;
  private final Tokens t;
  private final FromItems from;

  XmlTables(Grammar grammar, FromItems from) {
    this.g = grammar;
    this.t = grammar.t;
    this.from = from;
  }

  TableRef lateral() {
    return table(true);
  }

  TableRef table() {
    return table(false);
  }

  private TableRef table(boolean lateral) {
    int location = t.location();
    t.expect(Keyword.XMLTABLE, '(');
    List<ResTarget> namespaces = List.of();
    if (t.is(Keyword.XMLNAMESPACES) && t.second() == '(') {
      t.advance();
      namespaces = g.names.parenthesized(this::namespace);
      t.expect(',');
    }
    Expr row = g.primaries.cExpr(Expressions.ANY);
    Expr document = new XmlFunctions(g).passing();
    t.expect(Keyword.COLUMNS);
    List<RangeTableFuncCol> columns = g.names.list(this::column);
    t.expect(')');
    return new RangeTableFunc(
        lateral, document, row, namespaces, columns, from.optAlias(), location);
  }

  private ResTarget namespace() {
    int location = t.location();
    if (t.accept(Keyword.DEFAULT)) {
      return new ResTarget(Optional.empty(), List.of(), g.expressions.bExpr(), location);
    }
    Expr uri = g.expressions.bExpr();
    t.expect(Keyword.AS);
    return new ResTarget(Optional.of(g.names.colLabel()), List.of(), uri, location);
  }

  private RangeTableFuncCol column() {
    int location = t.location();
    String name = g.names.colId();
    if (t.accept(Keyword.FOR)) {
      t.expect(Keyword.ORDINALITY);
      return new RangeTableFuncCol(
          name, Optional.empty(), true, false, Optional.empty(), Optional.empty(), location);
    }
    TypeName type = g.types.typename();
    Options options = new Options(name);
    while (options.read()) {}
    options.rejectFirstMistake();
    return new RangeTableFuncCol(
        name, Optional.of(type), false, options.notNull, options.path, options.otherwise, location);
  }

  /** The options of one column; a mistake in them is told only once all are read. */
  private final class Options {
    private final String column;
    private Optional<Expr> path = Optional.empty();
    private Optional<Expr> otherwise = Optional.empty();
    private boolean nullability;
    private boolean notNull;
    private String mistake = "";
    private int mistakeLocation;

    Options(String column) {
      this.column = column;
    }

    boolean read() {
      int location = t.location();
      switch (t.kind()) {
        case Keyword.DEFAULT -> {
          t.advance();
          note(otherwise.isPresent(), "only one DEFAULT value is allowed", location);
          otherwise = Optional.of(g.expressions.bExpr());
        }
        case Keyword.NOT, Keyword.NULL -> nullability(location);
        case Token.IDENT -> named(location);
        default -> {
          return false;
        }
      }
      return true;
    }

    private void nullability(int location) {
      boolean not = t.accept(Keyword.NOT);
      t.expect(Keyword.NULL);
      String message = "conflicting or redundant NULL / NOT NULL declarations for column \"";
      note(nullability, message + column + "\"", location);
      nullability = true;
      notNull = not;
    }

    private void named(int location) {
      String option = t.take();
      boolean isPath = option.equals("path");
      note(!isPath, "unrecognized column option \"" + option + "\"", location);
      note(isPath && path.isPresent(), "only one PATH value per column is allowed", location);
      Expr value = g.expressions.bExpr();
      path = isPath ? Optional.of(value) : path;
    }

    private void note(boolean wrong, String message, int location) {
      if (wrong && mistake.isEmpty()) {
        mistake = message;
        mistakeLocation = location;
      }
    }

    void rejectFirstMistake() {
      if (!mistake.isEmpty()) {
        throw t.error(SqlState.SYNTAX_ERROR, mistake, mistakeLocation);
      }
    }
  }
}
