package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;

/** ALTER TABLE … NO INHERIT ({@code tablecmds.c: ATExecDropInherit, RemoveInheritance}). */
record FormerParent(AlterTableActions actions) {

  private SessionMemory memory() {
    return actions.memory();
  }

  private CatalogRows rows() {
    return new CatalogRows(memory().changes());
  }

  void remove(RangeVar named) {
    RelationLookup lookup = new RelationLookup(memory());
    RelationEntry parent =
        new TableLocks(memory()).require(() -> lookup.require(named), LockMode.ACCESS_SHARE);
    RelationEntry table = actions.table();
    if (!Inheritance.parents(memory().catalog(), table.oid()).contains(parent.oid())) {
      throw new ReportedError(
          SqlState.UNDEFINED_TABLE,
          "relation \""
              + parent.name()
              + "\" is not a parent of relation \""
              + table.name()
              + "\"");
    }
    forget(parent, table);
    for (AttributeEntry column : parent.columns()) {
      actions
          .find(column.name())
          .map(own -> new InheritedColumn(actions, own))
          .ifPresent(FormerParent::leave);
    }
    ConstraintRows.of(memory(), parent).stream()
        .filter(row -> row.letter("contype") == 'c' && !row.bool("connoinherit"))
        .forEach(row -> leave(row.text("conname")));
  }

  private static void leave(InheritedColumn column) {
    column.leave();
    if (column.parents() == 0) {
      column.becomeLocal();
    }
  }

  private void leave(String constraint) {
    InheritedCheck checks = new InheritedCheck(actions);
    FactRow own = checks.find(constraint).orElseThrow();
    checks.count(own, -1);
    if (own.integer("coninhcount") == 1) {
      rows().change("pg_constraint", own.oid("oid"), "conislocal", "t");
    }
  }

  private void forget(RelationEntry parent, RelationEntry table) {
    String oid = Integer.toUnsignedString(table.oid());
    for (FactRow row : rows().facts().table("pg_inherits").where("inhrelid", oid)) {
      if ((int) row.oid("inhparent") == parent.oid()) {
        rows().delete("pg_inherits", CatalogRows.key(row));
      }
    }
    ObjectAddress own = ObjectAddress.relation(Integer.toUnsignedLong(table.oid()));
    for (FactRow row : rows().dependenciesOf(own)) {
      boolean on =
          row.oid("refclassid") == ObjectAddress.RELATION
              && (int) row.oid("refobjid") == parent.oid()
              && row.integer("objsubid") == 0;
      if (on && row.integer("refobjsubid") == 0) {
        rows().delete("pg_depend", CatalogRows.key(row));
      }
    }
  }
}
