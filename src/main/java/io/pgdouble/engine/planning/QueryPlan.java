package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.ExecutePrivilege;
import io.pgdouble.engine.execution.Frame;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.Snapshot;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A planned query.
 *
 * @param restricted functions that not everybody may execute
 * @param privileges what not everybody may do
 * @param written relations it writes to
 * @param implied what is locked by the way
 * @param unlogged whether a standby does not have all of them
 * @param unpopulated materialized views among them without rows to look at
 * @param typmods those of its columns
 */
record QueryPlan(
    SourcePlan source,
    int relations,
    boolean isLight,
    boolean writes,
    Optional<String> rowLock,
    boolean supportsBackwardScan,
    List<ProcEntry> restricted,
    List<TablePrivilege> privileges,
    List<RelationEntry> written,
    Map<Integer, LockMode> locks,
    List<ImpliedLock> implied,
    boolean unlogged,
    List<RelationEntry> unpopulated,
    int[] typmods)
    implements Plan {
  @Override
  public boolean writesPermanently() {
    return written.stream().anyMatch(table -> table.persistence() != 't');
  }

  @Override
  public boolean lock(ExecutionContext context) {
    boolean waited = false;
    for (Map.Entry<Integer, LockMode> table : locks.entrySet()) {
      waited |= context.storage().lock(table.getKey(), table.getValue());
    }
    if (!implied.isEmpty()) {
      context.storage().implies(implied);
    }
    return waited;
  }

  @Override
  public Optional<Integer> nextToLock(ExecutionContext context) {
    return locks.entrySet().stream()
        .filter(table -> !context.storage().holds(table.getKey(), table.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public void checkPermissions(ExecutionContext context) {
    privileges.forEach(one -> one.require(context));
    for (ProcEntry function : restricted) {
      ExecutePrivilege.require(context, function);
    }
    written.forEach(QueryPlan::requireChangeable);
    unpopulated.forEach(QueryPlan::refuse);
  }

  /** {@code execMain.c: CheckValidResultRel}. */
  private static void requireChangeable(RelationEntry table) {
    if (table.kind() == 'm') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "cannot change materialized view \"" + table.name() + "\"");
    }
  }

  /** {@code execUtils.c: ExecOpenScanRelation}. */
  private static void refuse(RelationEntry view) {
    throw ErrorReport.error(
            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
            "materialized view \"" + view.name() + "\" has not been populated")
        .withHint("Use the REFRESH MATERIALIZED VIEW command.")
        .toException();
  }

  @Override
  public RowSource open(ExecutionContext context, Object[] parameters, Snapshot snapshot) {
    Frame frame = new Frame(context, parameters, relations, snapshot);
    return writes ? frame.finishing(source.open(frame)) : source.open(frame);
  }
}
