package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.command.TableDraft.Origin;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** ADD COLUMN to a table and to those that inherit from it. */
record AddFamilyColumn(AlterFamily family) {

  private SessionMemory memory() {
    return family.actions().memory();
  }

  void run(AlterTableCmd cmd) {
    ColumnDef def = (ColumnDef) cmd.def().orElseThrow();
    boolean identity =
        def.constraints().stream().anyMatch(one -> one.contype() == ConstrType.IDENTITY);
    if (identity && family.reach() == AlterFamily.Reach.FAMILY && !family.children().isEmpty()) {
      throw AlterFamily.invalid(
          "cannot recursively add identity column to table that has child tables");
    }
    RelationEntry before = family.actions().table();
    List<Long> checks = FamilyConstraint.checks(memory(), before);
    new AddColumn(family.actions()).run(cmd, def);
    RelationEntry after = family.actions().table();
    if (after.attributes().size() == before.attributes().size()) {
      return;
    }
    family.requireChildrenMeant("column must be added to child tables too");
    inherit(after, after.attributes().get(after.attributes().size() - 1));
    FamilyConstraint.checks(memory(), after).stream()
        .filter(oid -> !checks.contains(oid))
        .forEach(family::inheritCheck);
  }

  private void inherit(RelationEntry parent, AttributeEntry column) {
    for (int oid : Inheritance.children(memory().catalog(), parent.oid())) {
      AlterTableActions child = new AlterTableActions(memory(), oid);
      Optional<AttributeEntry> there = child.find(column.name());
      if (there.isPresent()) {
        join(child, there.get(), column);
      } else {
        add(child, parent, column);
        RelationEntry table = child.table();
        inherit(table, table.attributes().get(table.attributes().size() - 1));
      }
    }
  }

  private void join(AlterTableActions child, AttributeEntry own, AttributeEntry column) {
    String table = child.table().name();
    if (own.type() != column.type() || own.typmod() != column.typmod()) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "child table \"" + table + "\" has different type for column \"" + own.name() + "\"");
    }
    if (own.collation() != column.collation()) {
      throw new ReportedError(
          SqlState.COLLATION_MISMATCH,
          "child table \""
              + table
              + "\" has different collation for column \""
              + own.name()
              + "\"");
    }
    new InheritedColumn(child, own).join();
    memory()
        .notice(
            ErrorReport.notice(
                SqlState.SUCCESSFUL_COMPLETION,
                "merging definition of column \"" + own.name() + "\" for child \"" + table + "\""));
  }

  private void add(AlterTableActions child, RelationEntry parent, AttributeEntry column) {
    RelationEntry table = child.table();
    Optional<Expression> value =
        column.hasDefault()
            ? Optional.of(
                TableDefinitions.of(memory().catalog(), parent).defaults().get(column.number()))
            : Optional.empty();
    int[] numbers = LikenedTable.numbers(parent, table);
    String what = "Generation expression for column \"" + column.name() + "\"";
    ColumnDraft draft =
        TableDraft.of(column)
            .with(
                new Origin(
                    1,
                    false,
                    column.generated(),
                    value.map(one -> MovedExpression.of(parent, numbers, one, what))));
    new AddColumn(child).add(table, draft);
    InheritedColumn added = new InheritedColumn(child, child.find(column.name()).orElseThrow());
    added.join();
    added.becomeForeign();
  }
}
