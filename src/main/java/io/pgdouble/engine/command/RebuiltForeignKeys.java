package io.pgdouble.engine.command;

import io.pgdouble.engine.function.ObjectDefinitions.Style;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.tree.AlterTableStmt;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys on columns whose type changes are dropped before and made of their texts after it
 * ({@code tablecmds.c: ATPostAlterTypeCleanup}).
 */
final class RebuiltForeignKeys {
  private final SessionMemory memory;
  private final List<Key> keys = new ArrayList<>();

  /**
   * @param table whose key it is
   */
  private record Key(int table, String statement) {}

  RebuiltForeignKeys(SessionMemory memory) {
    this.memory = memory;
  }

  /** Drops one, to be made anew. */
  void drop(FactRow constraint) {
    long oid = constraint.oid("oid");
    if (!memory.changes().current().table("pg_description").where("objoid", "" + oid).isEmpty()) {
      throw ErrorReport.notSimulated("another type for a column with a commented foreign key")
          .toException();
    }
    String definition = memory.execution().definitions().constraint(oid, Style.PLAIN).orElseThrow();
    String name = ExistingRows.quoted(constraint.text("conname"));
    keys.add(
        new Key(
            (int) constraint.oid("conrelid"),
            "ALTER TABLE x ADD CONSTRAINT " + name + " " + definition));
    new Deletion(memory).dropQuietly(ObjectAddress.constraint(oid));
  }

  /** Makes them, and looks whether the rows keep to them. */
  void make() {
    for (Key key : keys) {
      AlterTableStmt statement =
          (AlterTableStmt)
              Parser.parse(key.statement(), ParserSettings.DEFAULTS, notice -> {}).get(0).stmt();
      Constraint constraint = (Constraint) statement.cmds().get(0).def().orElseThrow();
      AlterTableActions actions = new AlterTableActions(memory, key.table());
      AlterTableActions.unplaced(() -> new AddConstraint(actions).run(constraint));
    }
  }
}
