package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.CmdType;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RuleStmt;
import io.pgdouble.engine.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE RULE. */
final class Rules {
  private final Grammar g;
  private final Tokens t;

  Rules(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement create() {
    return rule(false);
  }

  Statement replace() {
    return rule(true);
  }

  private Statement rule(boolean replace) {
    t.expect(Keyword.RULE);
    String name = g.names.colId();
    t.expect(Keyword.AS, Keyword.ON);
    CmdType event = event();
    t.expect(Keyword.TO);
    RangeVar relation = g.names.qualifiedName();
    Optional<Expr> where = g.selects.optClause(Keyword.WHERE);
    t.expect(Keyword.DO);
    boolean instead = t.accept(Keyword.INSTEAD);
    if (!instead) {
      t.accept(Keyword.ALSO);
    }
    return new RuleStmt(relation, name, where, event, instead, actions(), replace);
  }

  private CmdType event() {
    CmdType event =
        switch (t.kind()) {
          case Keyword.SELECT -> CmdType.SELECT;
          case Keyword.UPDATE -> CmdType.UPDATE;
          case Keyword.DELETE -> CmdType.DELETE;
          case Keyword.INSERT -> CmdType.INSERT;
          default -> throw t.syntaxError();
        };
    t.advance();
    return event;
  }

  private List<Statement> actions() {
    if (t.accept(Keyword.NOTHING)) {
      return List.of();
    }
    if (!t.is('(') || startsQuery(t.second())) {
      return List.of(action());
    }
    t.expect('(');
    List<Statement> all = new ArrayList<>();
    do {
      if (!t.is(';') && !t.is(')')) {
        all.add(action());
      }
    } while (t.accept(';'));
    t.expect(')');
    return List.copyOf(all);
  }

  /** A parenthesis holds a query or a list; a list of queries alone is told apart too late here. */
  private boolean startsQuery(int second) {
    return second == '(';
  }

  private Statement action() {
    if (t.is(Keyword.NOTIFY)) {
      return new SessionCommands(g).notification();
    }
    if (t.is(Keyword.MERGE)) {
      throw t.syntaxError();
    }
    return new Preparables(g).statement();
  }
}
