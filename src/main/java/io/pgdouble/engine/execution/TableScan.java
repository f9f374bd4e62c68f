package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.Certainty;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.HeapScan;
import io.pgdouble.engine.storage.OrderedIndex;
import io.pgdouble.engine.storage.PredicateReads;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table that the query's snapshot sees ({@code nodeSeqscan.c}).
 *
 * @param key where given, only rows that have it need be looked at
 * @param certainty whether PostgreSQL finds the rows in the same way
 */
public record TableScan(RelationEntry relation, Optional<Key> key, Certainty certainty)
    implements SourcePlan {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 256;

  /** Whose rows are no facts. {@code transam.h: FirstNormalObjectId}. */
  private static final int FIRST_NORMAL_OID = 16_384;

  /**
   * The first columns of an index ({@code nodeIndexscan.c}).
   *
   * @param values what they are equal to
   */
  public record Key(TargetIndex index, Evaluator[] values) {
    boolean isWhole() {
      return values.length == index.key().length;
    }
  }

  /** Whether the rows of a relation are in the storage. */
  public static boolean isOf(RelationEntry relation) {
    return (relation.kind() == 'r' || relation.kind() == 'm') && relation.oid() >= FIRST_NORMAL_OID;
  }

  /** The rows of a table that are there now. */
  public static HeapScan all(RelationEntry relation, ExecutionContext context) {
    return heap(relation, context).scan(context.storage().transaction().current());
  }

  /** The rows of a table, wherever they are asked for. */
  static Heap heap(RelationEntry relation, Frame frame) {
    return heap(relation, frame.context);
  }

  private static Heap heap(RelationEntry relation, ExecutionContext context) {
    Heap.Keeping keeping = Heap.Keeping.of(relation.persistence());
    return context.storage().heap(relation.filenode(), keeping);
  }

  @Override
  public boolean isLight() {
    return key.isPresent() && key.get().isWhole() && key.get().index().isUnique();
  }

  @Override
  public RowSource open(Frame frame) {
    return key.isPresent() ? found(key.get(), frame) : all(frame);
  }

  private RowSource all(Frame frame) {
    Heap heap = heap(relation, frame);
    PredicateReads reads = reads(frame);
    reads.whole(certainty);
    HeapScan scan = heap.scan(frame.snapshot(), reads, certainty);
    return new RowSource() {
      private int looked;

      @Override
      public Object[] next() {
        if (++looked % INTERRUPT_INTERVAL == 0) {
          frame.context.checkForInterrupts();
        }
        RowVersion version = scan.next();
        return version == null ? END : version.values();
      }
    };
  }

  private RowSource found(Key wanted, Frame frame) {
    List<RowVersion> versions = versions(wanted, frame);
    Snapshot snapshot = frame.snapshot();
    PredicateReads reads = reads(frame);
    if (certainty == Certainty.POSSIBLE) {
      reads.whole(certainty);
    }
    reads.index(wanted.index().oid(), certainty);
    return new RowSource() {
      private int next;

      @Override
      public Object[] next() {
        while (next < versions.size()) {
          RowVersion version = versions.get(next++);
          reads.looksAt(version, snapshot, certainty);
          if (snapshot.sees(version)) {
            reads.row(version, certainty);
            return version.values();
          }
        }
        return END;
      }
    };
  }

  private List<RowVersion> versions(Key wanted, Frame frame) {
    Object[] values = Evaluator.all(wanted.values(), frame);
    if (Nulls.anyIn(values)) {
      return List.of();
    }
    TargetIndex index = wanted.index();
    Frame own = frame.inner(1);
    OrderedIndex kept = heap(relation, frame).index(index.oid(), row -> index.keyOf(row, own));
    RowKey probe = new RowKey(values, index.order(), frame.context);
    return wanted.isWhole() ? kept.find(probe) : kept.findPrefix(probe);
  }

  /** {@code predicate.c: PredicateLockingNeededForRelation}. */
  private PredicateReads reads(Frame frame) {
    return relation.kind() == 'm'
        ? PredicateReads.NONE
        : frame.context.storage().reading(relation.oid(), heap(relation, frame));
  }
}
