package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DeallocateStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.PrepareStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeName;
import java.util.List;
import java.util.Optional;

/** PREPARE, EXECUTE, DEALLOCATE. */
final class PreparedStatements {
  private final Grammar g;
  private final Tokens t;

  PreparedStatements(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement prepare() {
    t.expect(Keyword.PREPARE);
    String name = g.names.colId();
    List<TypeName> types = t.is('(') ? g.names.parenthesized(g.types::typename) : List.of();
    t.expect(Keyword.AS);
    return new PrepareStmt(name, types, new Preparables(g).statement());
  }

  ExecuteStmt execute() {
    t.expect(Keyword.EXECUTE);
    String name = g.names.colId();
    List<Expr> params = t.is('(') ? g.expressions.parenthesizedList() : List.of();
    return new ExecuteStmt(name, params);
  }

  /** The word PREPARE is optional, and may itself be the name. */
  Statement deallocate() {
    t.expect(Keyword.DEALLOCATE);
    boolean more = t.is(Keyword.PREPARE);
    if (more && (t.second() == Keyword.ALL || Keyword.isColId(t.second()))) {
      t.advance();
    }
    boolean all = t.accept(Keyword.ALL);
    return new DeallocateStmt(all ? Optional.empty() : Optional.of(g.names.colId()));
  }
}
