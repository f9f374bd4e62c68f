package io.pgdouble.engine.storage;

import java.util.Map;

/**
 * Whether a conflict between two serializable transactions makes one of them a pivot that may not
 * commit: T1 has read what T2 writes, T2 has read what T3 writes, and T3 commits first. Source:
 * {@code predicate.c: OnConflict_CheckForSerializationFailure}.
 *
 * @param certainty how certain conflicts have to be to count
 */
record DangerousStructure(Certainty certainty) {

  /** What comes of it that one has read what another writes. */
  boolean arises(SerializableXact reader, SerializableXact writer) {
    return writer.committed && writer.hasConflictOut(certainty)
        || writerIsPivot(reader, writer)
        || readerIsPivot(reader, writer);
  }

  private boolean writerIsPivot(SerializableXact reader, SerializableXact writer) {
    for (Map.Entry<SerializableXact, Certainty> conflict : writer.out.entrySet()) {
      SerializableXact third = conflict.getKey();
      boolean first =
          conflict.getValue().isAtLeast(certainty)
              && third.prepared
              && (!reader.committed || third.prepareSeqNo <= reader.commitSeqNo)
              && (!writer.committed || third.prepareSeqNo <= writer.commitSeqNo)
              && (!reader.readOnly || third.prepareSeqNo <= reader.lastCommitBeforeSnapshot);
      if (first) {
        return true;
      }
    }
    return false;
  }

  private boolean readerIsPivot(SerializableXact reader, SerializableXact writer) {
    if (!writer.prepared || reader.readOnly) {
      return false;
    }
    for (Map.Entry<SerializableXact, Certainty> conflict : reader.in.entrySet()) {
      SerializableXact first = conflict.getKey();
      boolean dangerous =
          conflict.getValue().isAtLeast(certainty)
              && !first.doomed
              && (!first.committed || first.commitSeqNo >= writer.prepareSeqNo)
              && (!first.readOnly || first.lastCommitBeforeSnapshot >= writer.prepareSeqNo);
      if (dangerous) {
        return true;
      }
    }
    return false;
  }

  /** Whether one that commits makes another, that has read what it writes, a pivot. */
  boolean arisesAtCommit(SerializableXact committing, SerializableXact near, Certainty nearness) {
    if (!nearness.isAtLeast(certainty) || near.committed || near.doomed) {
      return false;
    }
    for (Map.Entry<SerializableXact, Certainty> conflict : near.in.entrySet()) {
      SerializableXact far = conflict.getKey();
      boolean open = !far.committed && !far.readOnly && !far.doomed;
      if (conflict.getValue().isAtLeast(certainty) && (far == committing || open)) {
        return true;
      }
    }
    return false;
  }
}
