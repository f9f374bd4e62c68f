package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** DROP and VALIDATE CONSTRAINT where children have the constraint, too. */
record FamilyConstraint(AlterFamily family, AlterTableCmd cmd) {

  private SessionMemory memory() {
    return family.actions().memory();
  }

  /** The OIDs of a table's CHECK constraints. */
  static List<Long> checks(SessionMemory memory, RelationEntry table) {
    return ConstraintRows.of(memory, table).stream()
        .filter(row -> row.letter("contype") == 'c')
        .map(row -> row.oid("oid"))
        .toList();
  }

  void perform() {
    Optional<FactRow> row = new InheritedCheck(family.actions()).find(cmd.name().orElseThrow());
    boolean inherited =
        row.filter(one -> one.letter("contype") == 'c' && !one.bool("connoinherit")).isPresent();
    if (cmd.subtype() == AlterTableType.VALIDATE_CONSTRAINT) {
      boolean toDo = inherited && !row.get().bool("convalidated");
      if (toDo) {
        family.requireChildrenMeant("constraint must be validated on child tables too");
      }
      family.actions().perform(cmd);
      if (toDo) {
        validateChildren();
      }
      return;
    }
    if (row.filter(one -> one.integer("coninhcount") > 0).isPresent()) {
      throw AlterFamily.invalid(
          "cannot drop inherited constraint \""
              + cmd.name().orElseThrow()
              + "\" of relation \""
              + family.actions().table().name()
              + "\"");
    }
    family.actions().perform(cmd);
    if (inherited) {
      dropFromChildren(family.actions().tableOid());
    }
  }

  private void validateChildren() {
    int table = family.actions().tableOid();
    for (int member : Inheritance.family(memory().catalog(), table)) {
      if (member != table) {
        new AlterTableActions(memory(), member).perform(cmd);
      }
    }
  }

  /** {@code ATExecDropConstraint}. */
  private void dropFromChildren(int table) {
    Inheritance.children(memory().catalog(), table).forEach(this::dropFrom);
  }

  private void dropFrom(int child) {
    InheritedCheck checks = new InheritedCheck(new AlterTableActions(memory(), child));
    FactRow row = checks.find(cmd.name().orElseThrow()).orElseThrow();
    boolean last = row.integer("coninhcount") == 1 && !row.bool("conislocal");
    if (family.reach() == AlterFamily.Reach.ALONE) {
      checks.count(row, -1);
      new CatalogRows(memory().changes())
          .change("pg_constraint", row.oid("oid"), "conislocal", "t");
    } else if (last) {
      new Deletion(memory())
          .drop(List.of(ObjectAddress.constraint(row.oid("oid"))), cmd.behavior());
      dropFromChildren(child);
    } else {
      checks.count(row, -1);
    }
  }
}
