package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EXPLAIN. */
final class Explains {
  private final Grammar g;
  private final Tokens t;

  Explains(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement explain() {
    t.expect(Keyword.EXPLAIN);
    List<DefElem> options = t.is('(') && startsOptions(t.second()) ? parenthesized() : words();
    return new ExplainStmt(explained(), options);
  }

  /** After a parenthesis; VALUES could still name an option, unless a parenthesis follows it. */
  private boolean startsOptions(int second) {
    return switch (second) {
      case Keyword.SELECT, Keyword.WITH, Token.WITH_LA, Keyword.TABLE, '(' -> false;
      case Keyword.VALUES -> t.third() != '(';
      default -> true;
    };
  }

  private List<DefElem> parenthesized() {
    return new Options(g).utilityOptions();
  }

  private List<DefElem> words() {
    List<DefElem> options = new ArrayList<>();
    int location = t.location();
    if (t.accept(Keyword.ANALYZE) || t.accept(Keyword.ANALYSE)) {
      options.add(Options.option("analyze", Optional.empty(), location));
      location = t.location();
    }
    if (t.accept(Keyword.VERBOSE)) {
      options.add(Options.option("verbose", Optional.empty(), location));
    }
    return List.copyOf(options);
  }

  private Statement explained() {
    return switch (t.kind()) {
      case Keyword.DECLARE -> new Cursors(g).declare();
      case Keyword.EXECUTE -> new PreparedStatements(g).execute();
      case Keyword.CREATE -> created();
      case Keyword.REFRESH -> new Maintenance(g).refresh();
      default -> new Preparables(g).statement();
    };
  }

  /** Only what creates from a query can be explained. */
  private Statement created() {
    t.expect(Keyword.CREATE);
    RelPersistence persistence = new TemporaryNames(g).persistence();
    boolean view =
        persistence == RelPersistence.PERMANENT || persistence == RelPersistence.UNLOGGED;
    Tables tables = new Tables(g);
    return view && t.is(Keyword.MATERIALIZED)
        ? tables.materializedView(persistence)
        : tables.fromQuery(persistence);
  }
}
