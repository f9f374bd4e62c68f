package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.LockStrength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A table that a plan writes to, with what must hold of its rows ({@code ResultRelInfo}). Its
 * expressions are over a row that is the only one of its frame.
 *
 * @param checks by their names
 * @param generated the columns that are computed of others
 * @param indexes by their OIDs
 * @param defaults of every column
 * @param references its foreign keys
 * @param referencing the foreign keys that refer to it
 * @param triggers in the order of their names, without those by which foreign keys are kept
 */
public record TargetTable(
    RelationEntry relation,
    List<Check> checks,
    List<Generated> generated,
    List<TargetIndex> indexes,
    Evaluator[] defaults,
    List<ForeignKey> references,
    List<ForeignKey> referencing,
    List<Trigger> triggers) {

  private static final int[] NO_COLUMNS = {};

  /** Who must be kept from a row that is updated ({@code heap_update: key_attrs}). */
  LockStrength strength(Object[] old, Object[] changed) {
    for (TargetIndex index : indexes) {
      if (index.isKey() && differs(index.attributes(), old, changed)) {
        return LockStrength.UPDATE;
      }
    }
    return LockStrength.NO_KEY_UPDATE;
  }

  /** The same where only the columns are known ({@code ExecUpdateLockMode}). */
  LockStrength strength(int[] columns) {
    boolean key =
        Arrays.stream(columns)
            .anyMatch(column -> indexes.stream().anyMatch(index -> index.isKeyOf(column)));
    return key ? LockStrength.UPDATE : LockStrength.NO_KEY_UPDATE;
  }

  /**
   * Locks it for a query of a foreign key's own, which its indexes are planned for ({@code
   * ri_triggers.c}).
   */
  void lock(LockMode mode, ExecutionContext context) {
    context.storage().lock(relation.oid(), mode);
    List<ImpliedLock> implied = new ArrayList<>(indexes.size() + 1);
    implied.add(new ImpliedLock(relation.oid(), mode, ImpliedLock.Place.DATABASE));
    indexes.forEach(
        index -> implied.add(new ImpliedLock(index.oid(), mode, ImpliedLock.Place.DATABASE)));
    context.storage().implies(implied);
  }

  /** One of its indexes. */
  TargetIndex index(int oid) {
    return indexes.stream().filter(index -> index.oid() == oid).findFirst().orElseThrow();
  }

  /** Whether rows differ in some columns. */
  static boolean differs(int[] columns, Object[] old, Object[] changed) {
    for (int column : columns) {
      if (!Objects.deepEquals(old[column], changed[column])) {
        return true;
      }
    }
    return false;
  }

  /** Fires the triggers of TRUNCATE in a frame of their own. */
  public void truncated(TriggerCall.Timing timing, Frame frame) {
    RowTriggers firing = new RowTriggers(this, frame);
    if (timing == TriggerCall.Timing.BEFORE) {
      firing.beforeStatement(TriggerCall.Event.TRUNCATE, NO_COLUMNS);
    } else {
      firing.afterStatement(TriggerCall.Event.TRUNCATE, NO_COLUMNS);
    }
  }

  /** A condition that must not be false. */
  public record Check(String name, Evaluator condition) {}

  /**
   * A column that is computed.
   *
   * @param column its index, from 0
   * @param of the indexes of those that it is computed of
   */
  public record Generated(int column, Evaluator value, int[] of) {}

  /** What a table is compiled to when it is first written to; of the catalog of who runs. */
  public interface Source {
    TargetTable of(ExecutionContext context);
  }
}
