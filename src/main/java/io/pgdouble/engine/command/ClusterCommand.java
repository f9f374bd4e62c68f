package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.ClusterStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;

/** CLUSTER, where it has nothing to do ({@code cluster.c}): rows are not put in another order. */
record ClusterCommand(SessionMemory memory, ClusterStmt node) {

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.preventInRecovery(memory, in.source().tag());
    if (!node.params().isEmpty()) {
      throw Refusal.of(node);
    }
    if (node.relation().isPresent()) {
      throw ofTable(new RelationLookup(memory).require(node.relation().get()));
    }
    memory.block().preventInBlock("CLUSTER");
    if (memory.changes().current().table("pg_index").rows().stream().anyMatch(this::isClustered)) {
      throw Refusal.of(node);
    }
    return in.done();
  }

  private boolean isClustered(FactRow index) {
    return index.bool("indisclustered");
  }

  private ReportedError ofTable(RelationEntry table) {
    String oid = Long.toString(Integer.toUnsignedLong(table.oid()));
    List<FactRow> indexes = memory.changes().current().table("pg_index").where("indrelid", oid);
    new ObjectRights(memory).checkMaintain(table, table, ObjectRights.TABLE);
    if (table.kind() != 'r') {
      return Refusal.of(node);
    }
    if (node.indexname().isEmpty() && indexes.stream().noneMatch(this::isClustered)) {
      return new ReportedError(
          SqlState.UNDEFINED_OBJECT,
          "there is no previously clustered index for table \"" + table.name() + "\"");
    }
    return Refusal.of(node);
  }
}
