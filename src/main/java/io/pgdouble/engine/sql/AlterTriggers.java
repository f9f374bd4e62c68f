package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterObjectDependsStmt;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import java.util.Optional;

/** ALTER TRIGGER. */
final class AlterTriggers {
  private final Grammar g;
  private final Tokens t;

  AlterTriggers(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement alter() {
    t.expect(Keyword.TRIGGER);
    String name = g.names.colId();
    t.expect(Keyword.ON);
    RangeVar table = g.names.qualifiedName();
    if (t.accept(Keyword.RENAME)) {
      t.expect(Keyword.TO);
      return new RenameStmt(
          ObjectType.TRIGGER,
          ObjectType.TRIGGER,
          Optional.of(table),
          Optional.empty(),
          Optional.of(name),
          g.names.colId(),
          DropBehavior.RESTRICT,
          false);
    }
    boolean remove = t.accept(Keyword.NO);
    t.expect(Keyword.DEPENDS);
    t.expect(Keyword.ON);
    t.expect(Keyword.EXTENSION);
    return new AlterObjectDependsStmt(
        ObjectType.TRIGGER, Optional.of(table), new StringValue(name), g.names.colId(), remove);
  }
}
