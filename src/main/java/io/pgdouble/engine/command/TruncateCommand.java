package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.planning.TruncateTriggers;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalStatus;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.TruncateStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TRUNCATE: tables get other files, which are empty ({@code tablecmds.c: ExecuteTruncate}). */
final class TruncateCommand {
  private static final String CLASSES = "pg_class";
  private static final int FIRST_NORMAL_OID = 16_384;

  private final SessionMemory memory;
  private final Map<Integer, RelationEntry> tables = new LinkedHashMap<>();

  TruncateCommand(SessionMemory memory) {
    this.memory = memory;
  }

  Completion run(TruncateStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    for (RangeVar relation : node.relations()) {
      add(relation);
    }
    if (node.behavior() == DropBehavior.CASCADE) {
      cascade();
    } else {
      checkForeignKeys();
    }
    List<FactRow> sequences = node.restartSeqs() ? sequences() : List.of();
    TruncateTriggers triggers = new TruncateTriggers(memory.relations(), memory.execution());
    List<RelationEntry> truncated = List.copyOf(tables.values());
    triggers.before(truncated);
    FileRenewal files = new FileRenewal(memory);
    tables.values().forEach(table -> files.renew(Integer.toUnsignedLong(table.oid())));
    memory.storage().implies(indexLocks());
    sequences.forEach(row -> files.renew(row.oid("oid")));
    triggers.after(truncated);
    return in.done();
  }

  /** {@code index.c: reindex_relation}. */
  private List<ImpliedLock> indexLocks() {
    List<ImpliedLock> locks = new ArrayList<>();
    for (int table : tables.keySet()) {
      for (FactRow row : facts("pg_index").where("indrelid", Integer.toUnsignedString(table))) {
        int index = (int) row.oid("indexrelid");
        locks.add(new ImpliedLock(table, LockMode.SHARE, ImpliedLock.Place.DATABASE));
        locks.add(new ImpliedLock(index, LockMode.ACCESS_EXCLUSIVE, ImpliedLock.Place.DATABASE));
      }
    }
    return locks;
  }

  private FactTable facts(String table) {
    return memory.changes().current().table(table);
  }

  private void add(RangeVar named) {
    RelationLookup lookup = new RelationLookup(memory);
    check(lookup.require(named));
    RelationEntry table =
        new TableLocks(memory).require(() -> lookup.require(named), LockMode.ACCESS_EXCLUSIVE);
    check(table);
    add(table);
    if (named.inh()) {
      Inheritance.family(memory.catalog(), table.oid()).forEach(this::addHeir);
    }
  }

  /** A table that inherits from another goes without rights of its own. */
  private void addHeir(int oid) {
    memory.storage().lock(oid, LockMode.ACCESS_EXCLUSIVE);
    add(memory.catalog().relation(oid).orElseThrow());
  }

  private void add(RelationEntry table) {
    refuseBesideCursors();
    new TableLocks(memory).requireNothingPending(table, "TRUNCATE");
    tables.putIfAbsent(table.oid(), table);
  }

  /** {@code truncate_check_rel, truncate_check_perms}. */
  private void check(RelationEntry relation) {
    if (relation.kind() != 'r') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not a table");
    }
    new ObjectRights(memory).check(ObjectRights.TABLE, Integer.toUnsignedLong(relation.oid()), 'D');
    if (relation.oid() < FIRST_NORMAL_OID) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + relation.name() + "\" is a system catalog");
    }
  }

  /** PostgreSQL knows which tables a cursor still reads ({@code CheckTableNotInUse}). */
  private void refuseBesideCursors() {
    boolean open = memory.portals().all().stream().anyMatch(TruncateCommand::isOpen);
    if (open) {
      throw ErrorReport.notSimulated("TRUNCATE beside an open cursor").toException();
    }
  }

  private static boolean isOpen(Portal portal) {
    return portal.status() == PortalStatus.READY
        && portal.definition().work() instanceof PortalWork.Select
        && !portal.isHoldable();
  }

  /** The tables that refer to a table, others than it, by their OIDs. */
  private List<Integer> referencing(int table) {
    return facts("pg_constraint").where("confrelid", Integer.toUnsignedString(table)).stream()
        .filter(row -> row.letter("contype") == 'f')
        .map(row -> (int) row.oid("conrelid"))
        .filter(other -> other != table)
        .sorted(Integer::compareUnsigned)
        .distinct()
        .toList();
  }

  private void cascade() {
    List<Integer> next = List.copyOf(tables.keySet());
    while (!next.isEmpty()) {
      next =
          next.stream()
              .flatMap(table -> referencing(table).stream())
              .distinct()
              .filter(other -> !tables.containsKey(other))
              .sorted(Integer::compareUnsigned)
              .toList();
      next.forEach(this::reach);
    }
  }

  private void reach(int oid) {
    memory.storage().lock(oid, LockMode.ACCESS_EXCLUSIVE);
    RelationEntry table = memory.catalog().relation(oid).orElseThrow();
    memory.notice(
        ErrorReport.notice(
            SqlState.SUCCESSFUL_COMPLETION, "truncate cascades to table \"" + table.name() + "\""));
    check(table);
    add(table);
  }

  /** {@code heap.c: heap_truncate_check_FKs}. */
  private void checkForeignKeys() {
    for (RelationEntry table : tables.values()) {
      referencing(table.oid()).stream()
          .filter(other -> !tables.containsKey(other))
          .findFirst()
          .ifPresent(
              other -> {
                throw referenced(table, memory.catalog().relation(other).orElseThrow());
              });
    }
  }

  private static RuntimeException referenced(RelationEntry table, RelationEntry by) {
    return ErrorReport.error(
            SqlState.FEATURE_NOT_SUPPORTED,
            "cannot truncate a table referenced in a foreign key constraint")
        .withDetail("Table \"" + by.name() + "\" references \"" + table.name() + "\".")
        .withHint(
            "Truncate table \"" + by.name() + "\" at the same time, or use TRUNCATE ... CASCADE.")
        .toException();
  }

  /** The sequences that belong to columns ({@code pg_depend.c: getOwnedSequences}). */
  private List<FactRow> sequences() {
    List<FactRow> found = new ArrayList<>();
    for (RelationEntry table : tables.values()) {
      for (FactRow row :
          facts("pg_depend").where("refobjid", Integer.toUnsignedString(table.oid()))) {
        boolean owned = row.integer("refobjsubid") > 0 && "ai".indexOf(row.letter("deptype")) >= 0;
        Optional<FactRow> object =
            owned ? facts(CLASSES).byOid(row.oid("objid")) : Optional.empty();
        object.filter(one -> one.letter("relkind") == 'S').ifPresent(found::add);
      }
    }
    found.forEach(
        row -> new ObjectRights(memory).checkOwner(ObjectRights.SEQUENCE, row.oid("oid")));
    return found;
  }
}
