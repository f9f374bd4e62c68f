package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.HeapScan;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.VacuumRelation;
import io.pgdouble.engine.tree.VacuumStmt;
import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.Set;

/**
 * VACUUM and ANALYZE of tables ({@code vacuum.c: ExecVacuum}). Dead rows go by themselves here, and
 * nobody plans by statistics: of these only the number of rows is known.
 */
record VacuumCommand(SessionMemory memory) {
  /** Options that change nothing a frontend can see. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("analyze", "freeze");

  Completion run(VacuumStmt node, UtilityCommand.Invocation in) {
    for (DefElem option : node.options()) {
      if (option.arg().isPresent() || !WITHOUT_EFFECT.contains(option.name())) {
        throw ErrorReport.notSimulated("option " + option.name() + " of " + in.source().tag())
            .toException();
      }
    }
    if (node.vacuum()) {
      memory.block().preventInBlock("VACUUM");
    }
    if (node.rels().isEmpty() || !memory.execution().session().isSuperuser()) {
      throw Refusal.of(node);
    }
    List<RelationEntry> tables = node.rels().stream().map(this::table).toList();
    tables.forEach(this::count);
    return in.done();
  }

  private RelationEntry table(VacuumRelation target) {
    RelationEntry relation = new RelationLookup(memory).require(target.relation());
    if (!TableScan.isOf(relation)) {
      throw ErrorReport.notSimulated("VACUUM or ANALYZE of such a relation").toException();
    }
    target.columns().forEach(relation::require);
    return relation;
  }

  /** {@code vac_update_relstats}: how many rows there are. */
  private void count(RelationEntry table) {
    HeapScan scan = TableScan.all(table, memory.execution());
    long rows = 0;
    while (scan.next() != null) {
      rows++;
      memory.execution().checkForInterrupts();
    }
    new CatalogRows(memory.changes())
        .change("pg_class", Integer.toUnsignedLong(table.oid()), "reltuples", Long.toString(rows));
  }
}
