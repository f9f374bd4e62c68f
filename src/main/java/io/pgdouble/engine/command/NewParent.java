package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE … INHERIT ({@code tablecmds.c: ATExecAddInherit, CreateInheritance}). */
record NewParent(AlterTableActions actions) {

  private SessionMemory memory() {
    return actions.memory();
  }

  void add(RangeVar named) {
    RelationLookup lookup = new RelationLookup(memory());
    RelationEntry parent =
        new TableLocks(memory())
            .require(() -> lookup.require(named), LockMode.SHARE_UPDATE_EXCLUSIVE);
    RelationEntry table = actions.table();
    check(parent, table);
    if (Inheritance.family(memory().catalog(), table.oid()).contains(parent.oid())) {
      throw ErrorReport.error(SqlState.DUPLICATE_TABLE, "circular inheritance not allowed")
          .withDetail("\"" + parent.name() + "\" is already a child of \"" + table.name() + "\".")
          .toException();
    }
    List<Integer> parents = Inheritance.parents(memory().catalog(), table.oid());
    if (parents.contains(parent.oid())) {
      throw ParentTables.twice(parent);
    }
    parent.columns().forEach(column -> join(table, column));
    ConstraintRows.of(memory(), parent).stream()
        .filter(row -> row.letter("contype") == 'c' && !row.bool("connoinherit"))
        .forEach(row -> join(parent, row));
    new ParentTables(memory()).store(Integer.toUnsignedLong(table.oid()), parent, next(table));
  }

  private int next(RelationEntry table) {
    return memory()
            .changes()
            .current()
            .table("pg_inherits")
            .where("inhrelid", Integer.toUnsignedString(table.oid()))
            .stream()
            .mapToInt(row -> row.integer("inhseqno"))
            .max()
            .orElse(0)
        + 1;
  }

  private void check(RelationEntry parent, RelationEntry table) {
    if (parent.kind() != 'r') {
      throw ErrorReport.notSimulated("INHERIT of a relation that is no table").toException();
    }
    AlterTableCommand.checkAlterable(memory(), parent);
    if (parent.persistence() == 't' && table.persistence() != 't') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "cannot inherit from temporary relation \"" + parent.name() + "\"");
    }
  }

  /** {@code MergeAttributesIntoExisting}. */
  private void join(RelationEntry table, AttributeEntry column) {
    String name = "\"" + column.name() + "\"";
    AttributeEntry own =
        actions
            .find(column.name())
            .orElseThrow(() -> mismatch("child table is missing column " + name));
    if (own.type() != column.type() || own.typmod() != column.typmod()) {
      throw mismatch("child table \"" + table.name() + "\" has different type for column " + name);
    }
    if (own.collation() != column.collation()) {
      throw new ReportedError(
          SqlState.COLLATION_MISMATCH,
          "child table \"" + table.name() + "\" has different collation for column " + name);
    }
    if (column.notNull() && !own.notNull()) {
      throw mismatch("column " + name + " in child table must be marked NOT NULL");
    }
    if (!column.generated().equals(own.generated())) {
      String must = own.generated().isEmpty() ? "must be" : "must not be";
      throw mismatch("column " + name + " in child table " + must + " a generated column");
    }
    new InheritedColumn(actions, own).join();
  }

  private static ReportedError mismatch(String message) {
    return new ReportedError(SqlState.DATATYPE_MISMATCH, message);
  }

  /** {@code MergeConstraintsIntoExisting}. */
  private void join(RelationEntry parent, FactRow constraint) {
    InheritedCheck checks = new InheritedCheck(actions);
    String name = constraint.text("conname");
    Optional<FactRow> own = checks.find(name).filter(row -> row.letter("contype") == 'c');
    if (own.isEmpty()) {
      throw mismatch("child table is missing constraint \"" + name + "\"");
    }
    Expression condition = checks.moved(parent, constraint);
    String table = "\"" + actions.table().name() + "\"";
    if (!checks.isSame(own.get(), condition)) {
      throw mismatch(
          "child table "
              + table
              + " has different definition for check constraint \""
              + name
              + "\"");
    }
    if (own.get().bool("connoinherit")) {
      throw new ReportedError(
          SqlState.INVALID_OBJECT_DEFINITION,
          "constraint \""
              + name
              + "\" conflicts with non-inherited constraint on child table "
              + table);
    }
    if (constraint.bool("convalidated") && !own.get().bool("convalidated")) {
      throw new ReportedError(
          SqlState.INVALID_OBJECT_DEFINITION,
          "constraint \""
              + name
              + "\" conflicts with NOT VALID constraint on child table "
              + table);
    }
    checks.count(own.get(), 1);
  }
}
