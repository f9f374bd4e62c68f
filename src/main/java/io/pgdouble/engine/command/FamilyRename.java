package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * RENAME of what tables inherit: it gets another name in all of them ({@code tablecmds.c:
 * renameatt_internal, rename_constraint_internal}).
 */
record FamilyRename(
    SessionMemory memory, RenameStmt node, BiConsumer<RelationEntry, RenameStmt> rename) {

  private List<Integer> family(RelationEntry table) {
    return Inheritance.family(memory.catalog(), table.oid());
  }

  private boolean isMeantAlone() {
    return !node.relation().orElseThrow().inh();
  }

  private String word() {
    return "\"" + node.subname().orElseThrow() + "\"";
  }

  void column(RelationEntry table) {
    List<Integer> family = family(table);
    if (isMeantAlone() && family.size() > 1) {
      throw AlterFamily.invalid(
          "inherited column " + word() + " must be renamed in child tables too");
    }
    for (int oid : family) {
      requireNoOtherParents(table, oid, family);
    }
    renameAll(family);
  }

  /** Children first, as the table itself comes last. */
  private void renameAll(List<Integer> family) {
    for (int i = 1; i <= family.size(); i++) {
      int oid = family.get(i % family.size());
      memory.storage().lock(oid, LockMode.ACCESS_EXCLUSIVE);
      rename.accept(memory.catalog().relation(oid).orElseThrow(), node);
    }
  }

  private void requireNoOtherParents(RelationEntry table, int oid, List<Integer> family) {
    AlterTableActions actions = new AlterTableActions(memory, oid);
    Optional<AttributeEntry> column = actions.find(node.subname().orElseThrow());
    long expected =
        oid == table.oid()
            ? 0
            : Inheritance.parents(memory.catalog(), oid).stream().filter(family::contains).count();
    boolean others =
        column.filter(one -> new InheritedColumn(actions, one).parents() > expected).isPresent();
    if (others) {
      throw AlterFamily.invalid("cannot rename inherited column " + word());
    }
  }

  void constraint(RelationEntry table) {
    Optional<FactRow> row =
        new InheritedCheck(new AlterTableActions(memory, table.oid()))
            .find(node.subname().orElseThrow())
            .filter(one -> one.letter("contype") == 'c' && !one.bool("connoinherit"));
    List<Integer> family = row.isPresent() ? family(table) : List.of(table.oid());
    if (isMeantAlone() && family.size() > 1) {
      throw AlterFamily.invalid(
          "inherited constraint " + word() + " must be renamed in child tables too");
    }
    if (row.filter(one -> one.integer("coninhcount") > 0).isPresent()) {
      throw AlterFamily.invalid("cannot rename inherited constraint " + word());
    }
    renameAll(family);
  }
}
