package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.Sequence;
import io.pgdouble.facts.FactRow;
import java.util.List;

/** The one row of a sequence: where it stands, whoever has moved it. */
public record SequenceScan(RelationEntry relation) implements SourcePlan {
  private static final int FIRST_NORMAL_OID = 16_384;

  /** Whether a relation is one. */
  public static boolean isOf(RelationEntry relation) {
    return relation.kind() == 'S' && relation.oid() >= FIRST_NORMAL_OID;
  }

  @Override
  public RowSource open(Frame frame) {
    FactRow row =
        frame
            .context
            .facts()
            .table("pg_sequence")
            .byOid(Integer.toUnsignedLong(relation.oid()))
            .orElseThrow();
    long start = Long.parseLong(row.text("seqstart"));
    Sequence.State state = frame.context.storage().sequence(relation.filenode(), start).state();
    Object[] values = {state.lastValue(), state.logCount(), state.called()};
    return Sorts.of(List.<Object[]>of(values));
  }
}
