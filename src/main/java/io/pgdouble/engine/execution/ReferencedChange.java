package io.pgdouble.engine.execution;

import io.pgdouble.engine.execution.ForeignKey.Action;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.Certainty;
import io.pgdouble.engine.storage.Deferral;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.PendingCheck;
import io.pgdouble.engine.storage.PendingEvents;
import io.pgdouble.engine.storage.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row that others may refer to has lost its key. Source: {@code ri_triggers.c:
 * RI_FKey_noaction_…} to {@code RI_FKey_setdefault_…}.
 *
 * @param old the row as it was
 * @param changed what it has become; empty where it was deleted
 */
record ReferencedChange(ForeignKey key, Object[] old, Optional<Object[]> changed, Frame frame)
    implements PendingCheck {
  private static final Object[] NO_PARAMETERS = {};

  private Action action() {
    return changed.isPresent() ? key.onUpdate() : key.onDelete();
  }

  /** Only what is done without action can wait. */
  @Override
  public Optional<Deferral> deferral() {
    return action() == Action.NO_ACTION ? key.deferral() : Optional.empty();
  }

  @Override
  public int relation() {
    return key.referenced().table().of(frame.context).relation().oid();
  }

  private Object[] values() {
    return ForeignKey.values(key.referenced().columns(), old);
  }

  @Override
  public void run(PendingEvents consequences) {
    if (key.isDropped(frame)) {
      return;
    }
    switch (action()) {
      case NO_ACTION -> {
        if (!new ReferencedRow(key, frame).exists(values())) {
          requireNone(consequences);
        }
      }
      case RESTRICT -> requireNone(consequences);
      case CASCADE -> cascade(consequences);
      case SET_NULL -> set("NULL", column -> one -> null, consequences);
      case SET_DEFAULT -> {
        set("DEFAULT", this::standard, consequences);
        if (!new ReferencedRow(key, frame).exists(values())) {
          requireNone(consequences);
        }
      }
    }
  }

  private void requireNone(PendingEvents consequences) {
    key.referencing().table().of(frame.context).lock(LockMode.ROW_SHARE, frame.context);
    String query = ForeignKeyQueries.restrict(key, frame);
    boolean found =
        ForeignKeyQueries.within(
            query,
            frame,
            () -> {
              LockRows.Mark mark =
                  new LockRows.Mark(
                      0,
                      key.referencing().table().of(frame.context).relation(),
                      io.pgdouble.engine.storage.LockStrength.KEY_SHARE,
                      LockRows.Waiting.BLOCK);
              return new LockRows(referencing(), List.of(mark)).open(own(consequences)).advance();
            });
    if (found) {
      throw new ForeignKeyErrors(key, frame).stillReferenced(values());
    }
  }

  private void cascade(PendingEvents consequences) {
    if (changed.isEmpty()) {
      modify(ForeignKeyQueries.delete(key, frame), new RowChange.Delete(), consequences);
      return;
    }
    Object[] fresh = ForeignKey.values(key.referenced().columns(), changed.get());
    Evaluator[] values = new Evaluator[fresh.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = new Leaves.Constant(fresh[i]);
    }
    int[] columns = key.referencing().columns();
    modify(
        ForeignKeyQueries.update(key, columns, "", frame),
        new RowChange.Update(columns, values),
        consequences);
  }

  /** The value that a column is set to. */
  private interface Setting {
    Evaluator of(int column);
  }

  private Evaluator standard(int column) {
    return key.referencing().table().of(frame.context).defaults()[column];
  }

  private void set(String word, Setting setting, PendingEvents consequences) {
    boolean some = changed.isEmpty() && key.setColumns().length > 0;
    int[] columns = some ? key.setColumns() : key.referencing().columns();
    Evaluator[] values = Arrays.stream(columns).mapToObj(setting::of).toArray(Evaluator[]::new);
    modify(
        ForeignKeyQueries.update(key, columns, word, frame),
        new RowChange.Update(columns, values),
        consequences);
  }

  private void modify(String query, RowChange change, PendingEvents consequences) {
    TargetTable table = key.referencing().table().of(frame.context);
    table.lock(LockMode.ROW_EXCLUSIVE, frame.context);
    ModifyTable.Target target =
        new ModifyTable.Target(0, table.relation(), key.referencing().table());
    ModifyTable plan = new ModifyTable(referencing(), target, change, Evaluator.NONE, List.of());
    ForeignKeyQueries.within(
        query,
        frame,
        () -> {
          RowSource rows = plan.open(own(consequences));
          int done = 0;
          while (rows.next() != RowSource.END) {
            done++;
          }
          return done;
        });
  }

  private Frame own(PendingEvents consequences) {
    ExecutionContext context = frame.context;
    Snapshot latest = context.storage().transaction().current();
    return new Frame(new Frame.Run(context, NO_PARAMETERS, latest, consequences), 1);
  }

  /** The rows that refer to it. */
  private StepPlan referencing() {
    TargetTable table = key.referencing().table().of(frame.context);
    Object[] values = values();
    Evaluator same =
        at -> key.matches(values, ForeignKey.values(key.referencing().columns(), at.rows[0]), at);
    return new Scans.Filter(
        new Scans.OfSource(0, new TableScan(table.relation(), Optional.empty(), certainty(table))),
        same);
  }

  /** An index of the columns that refer might be used; none, if there is none at all. */
  private static Certainty certainty(TargetTable table) {
    return table.indexes().isEmpty() ? Certainty.CERTAIN : Certainty.POSSIBLE;
  }
}
