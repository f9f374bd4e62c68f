package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.LockStmt;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.facts.UnsupportedKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** LOCK TABLE ({@code lockcmds.c}). */
final class LockCommand {
  private final SessionMemory memory;
  private final LockMode mode;
  private final boolean nowait;

  LockCommand(SessionMemory memory, LockStmt node) {
    this.memory = memory;
    this.mode = LockMode.values()[node.mode() - 1];
    this.nowait = node.nowait();
  }

  Completion run(LockStmt node, UtilityCommand.Invocation in) {
    if (mode.compareTo(LockMode.ROW_EXCLUSIVE) > 0) {
      ReadOnly.preventInRecovery(memory, in.source().tag());
    }
    memory.block().requireBlock("LOCK TABLE");
    node.relations().forEach(this::lock);
    return in.done();
  }

  /** One that has become another while it was waited for is looked up again. */
  private void lock(RangeVar named) {
    RelationLookup lookup = new RelationLookup(memory);
    RelationEntry relation = lookup.require(named);
    check(relation, user());
    while (acquire(relation.oid(), shown(named))) {
      relation = lookup.require(named);
      check(relation, user());
    }
    if (relation.persistence() == 't') {
      memory.temporary().touch();
    }
    if (relation.kind() == 'v') {
      lockBeneath(relation, new HashSet<>());
    } else if (named.inh()) {
      lockHeirs(relation);
    }
  }

  /** {@code LockTableRecurse}: who may lock a table may lock those that inherit from it. */
  private void lockHeirs(RelationEntry table) {
    for (int oid : Inheritance.family(memory.catalog(), table.oid())) {
      if (oid != table.oid()) {
        acquire(oid, memory.catalog().relation(oid).orElseThrow().name());
      }
    }
  }

  private long user() {
    return new Principal(memory).oid();
  }

  private static String shown(RangeVar named) {
    return named.schemaname().map(schema -> schema + ".").orElse("") + named.relname();
  }

  /**
   * @return whether it had to be waited for
   */
  private boolean acquire(int oid, String name) {
    if (!nowait) {
      return memory.storage().lock(oid, mode);
    }
    if (!memory.storage().tryLock(oid, mode)) {
      throw new ReportedError(
          SqlState.LOCK_NOT_AVAILABLE, "could not obtain lock on relation \"" + name + "\"");
    }
    return false;
  }

  /** {@code RangeVarCallbackForLockTable}. */
  private void check(RelationEntry relation, long user) {
    if (!isLockable(relation)) {
      throw isSince(MajorChange.UNSUPPORTED_KINDS_ARE_DETAILS)
          ? ErrorReport.error(
                  SqlState.WRONG_OBJECT_TYPE, "cannot lock relation \"" + relation.name() + "\"")
              .withDetail(UnsupportedKind.detail(relation.kind()))
              .toException()
          : new ReportedError(
              SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not a table or view");
    }
    ObjectRights.Kind kind = relation.kind() == 'v' ? ObjectRights.VIEW : ObjectRights.TABLE;
    new ObjectRights(memory)
        .checkAny(user, kind, Integer.toUnsignedLong(relation.oid()), privileges());
  }

  private static boolean isLockable(RelationEntry relation) {
    return "rpv".indexOf(relation.kind()) >= 0;
  }

  private boolean isSince(MajorChange change) {
    return change.isIn(memory.changes().facts().major());
  }

  /** {@code LockTableAclCheck}. */
  private String privileges() {
    if (!isSince(MajorChange.LOCKING_PRIVILEGES_INCLUDE_STRONGER_ONES)) {
      return switch (mode) {
        case ACCESS_SHARE -> "r";
        case ROW_EXCLUSIVE -> "awdD";
        default -> "wdD";
      };
    }
    String stronger = isSince(MajorChange.MAINTAIN_IS_A_PRIVILEGE) ? "wdDm" : "wdD";
    return switch (mode) {
      case ACCESS_SHARE -> stronger + "ar";
      case ROW_SHARE, ROW_EXCLUSIVE -> stronger + "a";
      default -> stronger;
    };
  }

  /** {@code LockViewRecurse}: what a view reads is locked in its owner's name. */
  private void lockBeneath(RelationEntry view, Set<Integer> around) {
    Optional<Query> query = ViewQueries.of(memory.catalog(), view);
    if (query.isEmpty()) {
      throw ErrorReport.notSimulated("LOCK TABLE of view " + view.name()).toException();
    }
    around.add(view.oid());
    QueryDependencies.of(memory.catalog(), query.get()).stream()
        .filter(one -> one.catalog() == ObjectAddress.RELATION)
        .map(ObjectAddress::oid)
        .distinct()
        .flatMap(oid -> memory.catalog().relation(oid.intValue()).stream())
        .filter(LockCommand::isLockable)
        .filter(one -> !around.contains(one.oid()))
        .forEach(
            one -> {
              check(one, Integer.toUnsignedLong(view.owner()));
              acquire(one.oid(), one.name());
              if (one.kind() == 'v') {
                lockBeneath(one, around);
              }
            });
  }
}
