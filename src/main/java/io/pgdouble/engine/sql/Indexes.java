package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.engine.tree.IndexStmt;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import java.util.List;
import java.util.Optional;

/** CREATE INDEX. */
final class Indexes {
  private final Grammar g;
  private final Tokens t;

  Indexes(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  private record Head(boolean unique, boolean concurrent, boolean guarded, Optional<String> name) {}

  Statement create() {
    boolean unique = t.accept(Keyword.UNIQUE);
    t.expect(Keyword.INDEX);
    boolean concurrent = t.accept(Keyword.CONCURRENTLY);
    boolean guarded = Definitions.ifNotExists(t);
    boolean named = guarded || Keyword.isColId(t.kind());
    Optional<String> name = named ? Optional.of(g.names.colId()) : Optional.empty();
    t.expect(Keyword.ON);
    return on(new Head(unique, concurrent, guarded, name));
  }

  private Statement on(Head head) {
    RangeVar relation = g.names.relationExpr();
    Optional<String> accessMethod = Definitions.optName(g, Keyword.USING);
    IndexElements elements = new IndexElements(g);
    List<IndexElem> columns = g.names.parenthesized(elements::element);
    List<String> including = List.of();
    if (t.accept(Keyword.INCLUDE)) {
      List<IndexElem> included = g.names.parenthesized(elements::element);
      including = included.stream().map(e -> e.name().orElse("")).toList();
    }
    boolean notDistinct = new Constraints(g).nullTreatment();
    List<DefElem> options = t.accept(Keyword.WITH) ? new Options(g).reloptions() : List.of();
    Optional<String> tablespace = Definitions.optName(g, Keyword.TABLESPACE);
    Optional<Expr> where = g.selects.optClause(Keyword.WHERE);
    return new IndexStmt(
        head.name(),
        relation,
        accessMethod,
        columns,
        including,
        options,
        tablespace,
        where,
        head.unique(),
        notDistinct,
        head.concurrent(),
        head.guarded());
  }
}
