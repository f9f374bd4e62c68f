package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The actions of ALTER TABLE on a table and on those that inherit from it ({@code tablecmds.c:
 * ATPrepCmd}).
 */
record AlterFamily(AlterTableActions actions, Reach reach, LockMode mode) {

  /** Whether ONLY was written. */
  enum Reach {
    FAMILY,
    ALONE
  }

  private SessionMemory memory() {
    return actions.memory();
  }

  private AlterFamily of(int child) {
    return new AlterFamily(new AlterTableActions(memory(), child), reach, mode);
  }

  List<Integer> children() {
    return Inheritance.children(memory().catalog(), actions.tableOid());
  }

  void perform(AlterTableCmd cmd) {
    lock();
    switch (cmd.subtype()) {
      case ADD_COLUMN -> new AddFamilyColumn(this).run(cmd);
      case DROP_COLUMN -> dropColumn(cmd);
      case COLUMN_DEFAULT, SET_NOT_NULL, DROP_NOT_NULL, SET_STATISTICS, SET_STORAGE ->
          members().forEach(one -> one.perform(cmd));
      case ALTER_COLUMN_TYPE -> alterType(cmd);
      case DROP_EXPRESSION -> dropExpression(cmd);
      case ADD_CONSTRAINT -> addConstraint((Constraint) cmd.def().orElseThrow(), cmd);
      case DROP_CONSTRAINT, VALIDATE_CONSTRAINT -> new FamilyConstraint(this, cmd).perform();
      case ADD_INHERIT -> new NewParent(actions).add((RangeVar) cmd.def().orElseThrow());
      case DROP_INHERIT -> new FormerParent(actions).remove((RangeVar) cmd.def().orElseThrow());
      default -> actions.perform(cmd);
    }
  }

  private void lock() {
    if (reach == Reach.FAMILY) {
      Inheritance.family(memory().catalog(), actions.tableOid())
          .forEach(oid -> memory().storage().lock(oid, mode));
    }
  }

  /** The table, and those that inherit from it unless it is meant alone. */
  private List<AlterTableActions> members() {
    List<Integer> family =
        reach == Reach.ALONE
            ? List.of(actions.tableOid())
            : Inheritance.family(memory().catalog(), actions.tableOid());
    return family.stream().map(oid -> new AlterTableActions(memory(), oid)).toList();
  }

  /** That something which children must have as well is not asked for the table alone. */
  void requireChildrenMeant(String message) {
    if (reach == Reach.ALONE && !children().isEmpty()) {
      throw invalid(message);
    }
  }

  static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_TABLE_DEFINITION, message);
  }

  private void dropColumn(AlterTableCmd cmd) {
    Optional<AttributeEntry> column = actions.findDropped(cmd);
    if (column.isEmpty()) {
      return;
    }
    InheritedColumn inherited = new InheritedColumn(actions, column.get());
    if (inherited.parents() > 0) {
      throw invalid("cannot drop inherited column \"" + column.get().name() + "\"");
    }
    List<ObjectAddress> dropped = new ArrayList<>();
    collect(column.get(), dropped);
    new Deletion(memory()).drop(dropped, cmd.behavior());
  }

  /** {@code ATExecDropColumn}: those of the children go first. */
  private void collect(AttributeEntry column, List<ObjectAddress> dropped) {
    for (int child : children()) {
      AlterFamily below = of(child);
      AttributeEntry same = below.actions().find(column.name()).orElseThrow();
      InheritedColumn inherited = new InheritedColumn(below.actions(), same);
      if (reach == Reach.ALONE) {
        inherited.leave();
        inherited.becomeLocal();
      } else if (inherited.parents() == 1 && !inherited.isLocal()) {
        below.collect(same, dropped);
      } else {
        inherited.leave();
      }
    }
    dropped.add(ObjectAddress.column(Integer.toUnsignedLong(actions.tableOid()), column.number()));
  }

  private void alterType(AlterTableCmd cmd) {
    String name = cmd.name().orElseThrow();
    Optional<AttributeEntry> column = actions.find(name);
    if (column.filter(one -> new InheritedColumn(actions, one).parents() > 0).isPresent()) {
      ReportedError error = invalid("cannot alter inherited column \"" + name + "\"");
      throw place(error, cmd.def().orElseThrow());
    }
    requireChildrenMeant(
        "type of inherited column \"" + name + "\" must be changed in child tables too");
    for (AlterTableActions member : members()) {
      if (member.tableOid() != actions.tableOid()) {
        requireOnlyOurs(member, member.find(name).orElseThrow());
      }
    }
    members().forEach(member -> member.perform(cmd));
  }

  private ReportedError place(ReportedError error, Node def) {
    return MajorChange.COLUMNS_ALTERED_HAVE_PLACES.isIn(memory().changes().facts().major())
        ? error.report().withPosition(def.location() + 1).toException()
        : error;
  }

  /** {@code ATPrepDropExpression}. */
  private void dropExpression(AlterTableCmd cmd) {
    if (reach == Reach.ALONE && !children().isEmpty()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "ALTER TABLE / DROP EXPRESSION must be applied to child tables too");
    }
    boolean inherited =
        actions
            .find(cmd.name().orElseThrow())
            .filter(one -> new InheritedColumn(actions, one).parents() > 0)
            .isPresent();
    if (inherited) {
      throw invalid("cannot drop generation expression from inherited column");
    }
    members().forEach(member -> member.perform(cmd));
  }

  private void requireOnlyOurs(AlterTableActions member, AttributeEntry column) {
    List<Integer> family = Inheritance.family(memory().catalog(), actions.tableOid());
    long ours =
        Inheritance.parents(memory().catalog(), member.tableOid()).stream()
            .filter(family::contains)
            .count();
    if (new InheritedColumn(member, column).parents() > ours) {
      throw invalid(
          "cannot alter inherited column \""
              + column.name()
              + "\" of relation \""
              + member.table().name()
              + "\"");
    }
  }

  private void addConstraint(Constraint constraint, AlterTableCmd cmd) {
    RelationEntry table = actions.table();
    List<Long> before = FamilyConstraint.checks(memory(), table);
    boolean inherited =
        constraint.contype() == ConstrType.CHECK && !constraint.attributes().noInherit();
    if (inherited) {
      requireChildrenMeant("constraint must be added to child tables too");
    }
    actions.perform(cmd);
    if (inherited) {
      FamilyConstraint.checks(memory(), table).stream()
          .filter(oid -> !before.contains(oid))
          .forEach(this::inheritCheck);
    }
  }

  /**
   * A new CHECK constraint of the table becomes one of all its children; where a child has it, its
   * children have it, too.
   */
  void inheritCheck(long constraint) {
    for (int child : children()) {
      AlterFamily below = of(child);
      new InheritedCheck(below.actions())
          .add(actions.table(), constraint)
          .ifPresent(below::inheritCheck);
    }
  }
}
