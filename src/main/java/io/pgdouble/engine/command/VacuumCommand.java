package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.execution.TableStatistics;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.HeapScan;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.VacuumRelation;
import io.pgdouble.engine.tree.VacuumStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * VACUUM and ANALYZE ({@code vacuum.c}). Dead rows go by themselves here, and nobody plans by
 * statistics: of these only the number of rows is known.
 */
record VacuumCommand(SessionMemory memory) {
  private static final String KINDS = "rm";

  Completion run(VacuumStmt node, UtilityCommand.Invocation in) {
    ReadOnly.preventInRecovery(memory, in.source().tag());
    VacuumOptions options = new VacuumOptions(node, major());
    options.check();
    if (node.vacuum()) {
      memory.block().preventInBlock("VACUUM");
    }
    if (node.rels().isEmpty()) {
      whole(node, options);
      return in.done();
    }
    List<RelationEntry> named =
        node.rels().stream()
            .map(one -> new RelationLookup(memory).require(one.relation()))
            .toList();
    for (int i = 0; i < named.size(); i++) {
      visit(named.get(i), node.rels().get(i), node.vacuum());
    }
    return in.done();
  }

  private int major() {
    return memory.changes().current().major();
  }

  /** {@code get_all_vacuum_rels}. */
  private void whole(VacuumStmt node, VacuumOptions options) {
    if (options.onlyStatistics()) {
      return;
    }
    if (!memory.execution().session().isSuperuser()) {
      throw Refusal.of(node);
    }
    for (FactRow row : List.copyOf(memory.changes().current().table("pg_class").rows())) {
      if (KINDS.indexOf(row.letter("relkind")) >= 0) {
        memory.catalog().relation((int) row.oid("oid")).ifPresent(this::look);
      }
    }
  }

  private void visit(RelationEntry relation, VacuumRelation target, boolean vacuum) {
    if (!mayVisit(relation)) {
      warn(denied(relation, vacuum ? "vacuum" : "analyze"));
      return;
    }
    if (KINDS.indexOf(relation.kind()) < 0) {
      warn(
          "skipping \""
              + relation.name()
              + "\" --- cannot "
              + (vacuum ? "vacuum" : "analyze")
              + " non-tables or special system tables");
      return;
    }
    new TableLocks(memory)
        .require(
            () -> new RelationLookup(memory).require(target.relation()),
            LockMode.SHARE_UPDATE_EXCLUSIVE);
    checkColumns(relation, target.columns());
    look(relation);
  }

  /** {@code analyze.c: do_analyze_rel}. */
  private static void checkColumns(RelationEntry relation, List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      relation.require(column);
      if (!seen.add(column)) {
        throw new ReportedError(
            SqlState.DUPLICATE_COLUMN,
            "column \""
                + column
                + "\" of relation \""
                + relation.name()
                + "\" appears more than once");
      }
    }
  }

  private void warn(String message) {
    memory.notice(ErrorReport.warning(SqlState.WARNING, message));
  }

  /** {@code vacuum_is_permitted_for_relation}. */
  private boolean mayVisit(RelationEntry relation) {
    ObjectRights rights = new ObjectRights(memory);
    if (rights.mayMaintain(relation)) {
      return true;
    }
    String database = memory.execution().session().database();
    FactRow row = DatabaseRow.find(new Principal(memory), database);
    return rights.isOwner(row.oid("datdba")) && !isShared(relation);
  }

  private boolean isShared(RelationEntry relation) {
    return memory
        .changes()
        .current()
        .table("pg_class")
        .byOid(Integer.toUnsignedLong(relation.oid()))
        .orElseThrow()
        .bool("relisshared");
  }

  private String denied(RelationEntry relation, String verb) {
    String name = "\"" + relation.name() + "\"";
    if (MajorChange.MAINTENANCE_IS_DENIED_IN_ONE_WAY.isIn(major())) {
      return "permission denied to " + verb + " " + name + ", skipping it";
    }
    String who =
        relation.schema().equals("pg_catalog") ? "superuser or database" : "table or database";
    return "skipping "
        + name
        + " --- only "
        + (isShared(relation) ? "superuser" : who + " owner")
        + " can "
        + verb
        + " it";
  }

  /** {@code vac_update_relstats}. */
  private void look(RelationEntry table) {
    String rows =
        TableScan.isOf(table) ? Long.toString(count(table)) : TableStatistics.UNKNOWN_TO_ALL;
    new CatalogRows(memory.changes())
        .change("pg_class", Integer.toUnsignedLong(table.oid()), "reltuples", rows);
  }

  private long count(RelationEntry table) {
    HeapScan scan = TableScan.all(table, memory.execution());
    long rows = 0;
    while (scan.next() != null) {
      rows++;
      memory.execution().checkForInterrupts();
    }
    return rows;
  }
}
