package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableStmt;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ALTER TABLE ({@code tablecmds.c: AlterTable}), in the order of its passes. */
record AlterTableCommand(SessionMemory memory) {
  /** {@code AT_PASS_MISC}. */
  private static final int LAST_PASS = 5;

  /** {@code AlterTablePass}: what is done first. */
  private static final Map<AlterTableType, Integer> PASSES =
      Map.ofEntries(
          Map.entry(AlterTableType.DROP_COLUMN, 0),
          Map.entry(AlterTableType.DROP_CONSTRAINT, 0),
          Map.entry(AlterTableType.DROP_NOT_NULL, 0),
          Map.entry(AlterTableType.DROP_IDENTITY, 0),
          Map.entry(AlterTableType.DROP_EXPRESSION, 0),
          Map.entry(AlterTableType.ALTER_COLUMN_TYPE, 1),
          Map.entry(AlterTableType.ADD_COLUMN, 2),
          Map.entry(AlterTableType.ADD_CONSTRAINT, 4),
          Map.entry(AlterTableType.SET_NOT_NULL, 3),
          Map.entry(AlterTableType.COLUMN_DEFAULT, 3),
          Map.entry(AlterTableType.ADD_IDENTITY, 3),
          Map.entry(AlterTableType.SET_IDENTITY, 3),
          Map.entry(AlterTableType.VALIDATE_CONSTRAINT, 5),
          Map.entry(AlterTableType.ADD_INHERIT, 5),
          Map.entry(AlterTableType.DROP_INHERIT, 5),
          Map.entry(AlterTableType.CHANGE_OWNER, 5));

  static boolean knows(AlterTableStmt node) {
    boolean owner =
        node.cmds().stream().allMatch(cmd -> cmd.subtype() == AlterTableType.CHANGE_OWNER);
    boolean view =
        node.objtype() == ObjectType.VIEW
            && node.cmds().stream().allMatch(ViewOptionActions::knows);
    return owner
        || view
        || node.objtype() == ObjectType.TABLE
            && node.cmds().stream().allMatch(cmd -> isKnown(cmd.subtype()));
  }

  private static boolean isKnown(AlterTableType type) {
    return PASSES.containsKey(type) || TriggerSwitches.knows(type) || StorageActions.knows(type);
  }

  private static int pass(AlterTableType type) {
    return PASSES.getOrDefault(type, LAST_PASS);
  }

  Completion run(AlterTableStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    String name = node.relation().relname();
    TableLocks locks = new TableLocks(memory);
    RelationLookup lookup = new RelationLookup(memory);
    LockMode mode = AlterTableLocks.mode(node);
    Optional<RelationEntry> found =
        locks.lock(() -> lookup.find(node.relation().schemaname(), name), mode);
    found.ifPresent(table -> locks.requireNothingPending(table, "ALTER TABLE"));
    if (found.isEmpty() && node.missingOk()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "relation \"" + name + "\" does not exist, skipping"));
      return in.done();
    }
    if (found.isEmpty()) {
      throw lookup.missing(node.relation());
    }
    check(node, found.get());
    List<AlterTableCmd> ordered = new ArrayList<>(node.cmds());
    ordered.sort(Comparator.comparingInt(cmd -> pass(cmd.subtype())));
    AlterFamily family =
        new AlterFamily(
            new AlterTableActions(memory, found.get().oid()),
            node.relation().inh() ? AlterFamily.Reach.FAMILY : AlterFamily.Reach.ALONE,
            mode);
    if (found.get().kind() == 'v' && !isOwnerChange(node)) {
      ordered.forEach(new ViewOptionActions(memory, found.get())::perform);
    } else {
      ordered.forEach(family::perform);
    }
    return in.done();
  }

  private void check(AlterTableStmt node, RelationEntry relation) {
    checkAlterable(memory, relation);
    RelationKind wanted = RelationKind.of(node.objtype()).orElseThrow();
    boolean owned = isOwnerChange(node);
    if (relation.kind() != wanted.letter() && !(owned && node.objtype() == ObjectType.TABLE)) {
      if (node.objtype() == ObjectType.TABLE) {
        throw ErrorReport.notSimulated("ALTER TABLE of " + kind(relation) + "s").toException();
      }
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not " + wanted.withArticle());
    }
  }

  private static boolean isOwnerChange(AlterTableStmt node) {
    return node.cmds().get(0).subtype() == AlterTableType.CHANGE_OWNER;
  }

  /** {@code RangeVarCallbackForAlterRelation}. */
  static void checkAlterable(SessionMemory memory, RelationEntry relation) {
    long oid = Integer.toUnsignedLong(relation.oid());
    new ObjectRights(memory)
        .checkOwner(new ObjectRights.Kind(Securable.TABLE, kind(relation)), oid);
    if (ObjectAddress.relation(oid).isPinned()) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + relation.name() + "\" is a system catalog");
    }
  }

  private static String kind(RelationEntry relation) {
    return RelationKind.of(relation.kind()).map(RelationKind::word).orElse("relation");
  }
}
