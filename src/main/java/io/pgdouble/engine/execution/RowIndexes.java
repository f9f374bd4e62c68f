package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.KeyClaim;
import io.pgdouble.engine.storage.OrderedIndex;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;
import java.util.Set;

/** The indexes of a table that is written to. Source: {@code execIndexing.c}. */
final class RowIndexes {
  private final TargetTable table;
  private final Heap heap;
  private final SessionTransaction transaction;

  /** One in which a row is the only one. */
  private final Frame frame;

  RowIndexes(TargetTable table, Heap heap, Frame frame) {
    this.table = table;
    this.heap = heap;
    this.frame = frame;
    this.transaction = frame.context.storage().transaction();
  }

  int relation() {
    return table.relation().oid();
  }

  /**
   * A row that has the key of a row that is to be written ({@code ExecCheckIndexConstraints}).
   *
   * @param arbiters OIDs of the indexes that count, none for all
   */
  Optional<RowVersion> findConflict(Object[] row, Set<Integer> arbiters) {
    for (TargetIndex index : table.indexes()) {
      RowKey key = arbitrates(index, arbiters) ? index.keyOf(row, frame) : null;
      Optional<RowVersion> other =
          key == null || !key.isDistinguishable() ? Optional.empty() : conflict(index, key);
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  private static boolean arbitrates(TargetIndex index, Set<Integer> arbiters) {
    return index.isUnique() && (arbiters.isEmpty() || arbiters.contains(index.oid()));
  }

  private Optional<RowVersion> conflict(TargetIndex index, RowKey key) {
    if (index.uniqueness() == TargetIndex.Uniqueness.DEFERRABLE) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "ON CONFLICT does not support deferrable unique constraints/exclusion constraints as"
                  + " arbiters")
          .with(ErrorField.SCHEMA, table.relation().schema())
          .with(ErrorField.TABLE, table.relation().name())
          .with(ErrorField.CONSTRAINT, index.name())
          .toException();
    }
    OrderedIndex kept = find(index).orElseThrow();
    KeyClaim claim = kept.check(key, null, transaction.claims());
    while (claim instanceof KeyClaim.Pending pending) {
      new RowWait(RowWait.Doing.INSERTING_UNIQUE, index.name(), frame)
          .await(pending.on(), pending.by());
      claim = kept.check(key, null, transaction.claims());
    }
    return claim instanceof KeyClaim.Taken taken ? Optional.of(taken.by()) : Optional.empty();
  }

  /**
   * The same as {@link #insert(RowVersion)} for a row that can be taken back.
   *
   * @return false if one of the arbiters has its key by now; nothing is said of other indexes then
   */
  boolean insert(RowVersion version, Set<Integer> arbiters) {
    for (TargetIndex index : table.indexes()) {
      if (!arbitrates(index, arbiters)) {
        insert(index, version);
      } else if (!isFree(index, version)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFree(TargetIndex index, RowVersion version) {
    RowKey key = index.keyOf(version.values(), frame);
    if (key == null) {
      return true;
    }
    OrderedIndex kept = find(index).orElseThrow();
    if (!key.isDistinguishable()) {
      kept.insert(key, version);
      return true;
    }
    return kept.insertUnique(key, version, transaction.claims()) instanceof KeyClaim.Free;
  }

  /** {@code ExecInsertIndexTuples}. */
  void insert(RowVersion version) {
    for (TargetIndex index : table.indexes()) {
      try {
        insert(index, version);
      } catch (ReportedError e) {
        // nbtinsert.c: _bt_check_unique: a failure to serialize is told in its place.
        frame.context.storage().insertsInto(index.oid(), heap);
        throw e;
      }
      frame.context.storage().insertsInto(index.oid(), heap);
    }
  }

  /** The same for an update, whatever it has changed: PostgreSQL leaves indexes alone then. */
  void update(RowVersion old, RowVersion version) {
    boolean same =
        table.indexes().stream()
            .allMatch(
                index ->
                    index.isOfColumns()
                        && !TargetTable.differs(
                            index.attributes(), old.values(), version.values()));
    if (!same) {
      insert(version);
      return;
    }
    for (TargetIndex index : table.indexes()) {
      insert(index, version);
    }
  }

  private void insert(TargetIndex index, RowVersion version) {
    Optional<OrderedIndex> kept = find(index);
    RowKey key = kept.isEmpty() ? null : index.keyOf(version.values(), frame);
    if (key == null) {
      return;
    }
    boolean unique = index.isUnique() && key.isDistinguishable();
    if (unique && index.uniqueness() == TargetIndex.Uniqueness.IMMEDIATE) {
      insertUnique(index, key, version);
    } else {
      kept.get().insert(key, version);
    }
    if (unique && index.uniqueness() == TargetIndex.Uniqueness.DEFERRABLE) {
      recheckLater(index, key, version);
    }
  }

  /** One that only makes looking quicker is not needed before somebody looks. */
  private Optional<OrderedIndex> find(TargetIndex index) {
    return index.isUnique()
        ? Optional.of(heap.index(index.oid(), row -> index.keyOf(row, frame)))
        : heap.indexInUse(index.oid());
  }

  private void insertUnique(TargetIndex index, RowKey key, RowVersion version) {
    OrderedIndex kept = find(index).orElseThrow();
    KeyClaim claim = kept.insertUnique(key, version, transaction.claims());
    while (claim instanceof KeyClaim.Pending pending) {
      new RowWait(RowWait.Doing.INSERTING_INDEX_TUPLE, index.name(), frame)
          .await(pending.on(), version);
      claim = kept.insertUnique(key, version, transaction.claims());
    }
    if (claim instanceof KeyClaim.Taken) {
      throw duplicate(table.relation(), index, key, frame);
    }
  }

  private void recheckLater(TargetIndex index, RowKey key, RowVersion version) {
    OrderedIndex kept = find(index).orElseThrow();
    if (kept.check(key, version, transaction.claims()) instanceof KeyClaim.Free) {
      return;
    }
    frame.checks().later(new UniqueCheck(this, index, version));
  }

  /** {@code UNIQUE_CHECK_EXISTING}: whether a row that is still there is alone by now. */
  void recheck(TargetIndex index, RowVersion version) {
    OrderedIndex kept = find(index).orElseThrow();
    if (!(transaction.claims().isLive(version))) {
      return;
    }
    RowKey key = index.keyOf(version.values(), frame);
    KeyClaim claim = kept.check(key, version, transaction.claims());
    while (claim instanceof KeyClaim.Pending pending) {
      new RowWait(RowWait.Doing.INSERTING_UNIQUE, table.relation().name(), frame)
          .await(pending.on(), version);
      claim = kept.check(key, version, transaction.claims());
    }
    if (claim instanceof KeyClaim.Taken) {
      throw duplicate(table.relation(), index, key, frame);
    }
  }

  /** {@code nbtinsert.c: _bt_check_unique}. */
  static RuntimeException duplicate(
      RelationEntry relation, TargetIndex index, RowKey key, Frame frame) {
    if (index.columns().contains(TargetIndex.EXPRESSION)) {
      return ErrorReport.notSimulated("the text of an expression in an index").toException();
    }
    ErrorReport report =
        ErrorReport.error(
            SqlState.UNIQUE_VIOLATION,
            "duplicate key value violates unique constraint \"" + index.name() + "\"");
    boolean shown = new ReadableColumns(frame.context, relation).contain(index.attributes());
    return (shown
            ? report.withDetail("Key " + KeyText.of(index, key, frame) + " already exists.")
            : report)
        .with(ErrorField.SCHEMA, relation.schema())
        .with(ErrorField.TABLE, relation.name())
        .with(ErrorField.CONSTRAINT, index.name())
        .toException();
  }
}
