package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.HeapScan;
import io.pgdouble.engine.storage.RowVersion;

/** The rows of a table that the query's snapshot sees ({@code nodeSeqscan.c}). */
public record TableScan(RelationEntry relation) implements SourcePlan {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 256;

  /** Whose rows are no facts. {@code transam.h: FirstNormalObjectId}. */
  private static final int FIRST_NORMAL_OID = 16_384;

  /** Whether the rows of a relation are in the storage. */
  public static boolean isOf(RelationEntry relation) {
    return relation.kind() == 'r' && relation.oid() >= FIRST_NORMAL_OID;
  }

  /** The rows of a table, wherever they are asked for. */
  static Heap heap(RelationEntry relation, Frame frame) {
    return frame.context.storage().heap(Integer.toUnsignedLong(relation.oid()));
  }

  @Override
  public RowSource open(Frame frame) {
    HeapScan scan = heap(relation, frame).scan(frame.snapshot());
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
}
