package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The serializable transactions of a server, and what conflicts there are between them. Which rows,
 * pages and tables PostgreSQL takes for read depends on its plans: a conflict that it would find
 * under one plan and not under another is only possible, and who would fail because of such a one
 * is refused. Source: {@code predicate.c}.
 */
final class SerializableTransactions {
  private static final DangerousStructure CERTAIN = new DangerousStructure(Certainty.CERTAIN);
  private static final DangerousStructure POSSIBLE = new DangerousStructure(Certainty.POSSIBLE);

  private final CommitLog log;
  private final PredicateLocks locks = new PredicateLocks();

  /** Those that run. */
  private final Set<SerializableXact> active = new LinkedHashSet<>();

  /** Those that have committed while one of these ran, in order. */
  private final Deque<SerializableXact> finished = new ArrayDeque<>();

  /** {@code LastSxactCommitSeqNo}. */
  private long lastCommit = 1;

  /** {@code WritableSxactCount}. */
  private int writable;

  private long canPartialClearThrough;
  private long havePartialClearedThrough;

  SerializableTransactions(CommitLog log) {
    this.log = log;
  }

  /**
   * {@code GetSerializableTransactionSnapshotInt}.
   *
   * @param snapshot takes it
   * @return empty where nobody can make the snapshot unsafe
   */
  synchronized Optional<SerializableXact> begin(
      SessionTransaction session, SerializableAccess access, Runnable snapshot) {
    long xmin = log.oldestXid();
    snapshot.run();
    SerializableXact made = new SerializableXact(session, access, lastCommit, xmin);
    if (access == SerializableAccess.READ_WRITE) {
      writable++;
    } else {
      active.stream().filter(one -> !one.doomed && !one.readOnly).forEach(one -> unsafe(one, made));
      if (made.possibleUnsafe.isEmpty()) {
        return Optional.empty();
      }
    }
    active.add(made);
    return Optional.of(made);
  }

  private static void unsafe(SerializableXact writer, SerializableXact reader) {
    writer.possibleUnsafe.add(reader);
    reader.possibleUnsafe.add(writer);
  }

  /** {@code GetSafeSnapshotBlockingPids}. */
  synchronized List<Integer> blockersOfSafeSnapshot(int pid) {
    return active.stream()
        .filter(one -> one.session.pid() == pid && one.session.waitingFor() == one)
        .flatMap(one -> one.possibleUnsafe.stream())
        .map(one -> one.session.pid())
        .toList();
  }

  /** {@code PredicateLockRelation, PredicateLockPage, PredicateLockTID}. */
  synchronized void reads(SerializableXact me, PredicateTarget target, Certainty certainty) {
    locks.acquire(me, target, certainty);
  }

  /** {@code CheckForSerializableConflictOutNeeded}. */
  synchronized void requireNotDoomed(SerializableXact me, String when) {
    if (me.doomed) {
      throw failure("Canceled on identification as a pivot, during " + when + ".");
    }
    if (me.doubtful) {
      throw doubt();
    }
  }

  /**
   * {@code CheckForSerializableConflictOut}.
   *
   * @param writer of what is not seen, or is seen no more by others
   */
  synchronized void readsBeside(SerializableXact me, SerializableXact writer, Certainty certainty) {
    if (writer == me || writer.doomed || writer.released) {
      return;
    }
    boolean appearsFirst =
        me.readOnly
            && writer.committed
            && me.lastCommitBeforeSnapshot < writer.earliestOut(Certainty.POSSIBLE);
    if (!appearsFirst) {
      conflict(new Conflict(me, writer, certainty), me);
    }
  }

  /** {@code CheckTargetForConflictsIn}. */
  synchronized void writes(SerializableXact me, PredicateTarget target, Certainty certainty) {
    me.wrote = true;
    for (Map.Entry<SerializableXact, Certainty> held : List.copyOf(locks.of(target).entrySet())) {
      SerializableXact reader = held.getKey();
      boolean overlaps = !reader.committed || me.xmin < reader.finishedBefore;
      if (reader != me && !reader.doomed && overlaps) {
        conflict(new Conflict(reader, me, held.getValue().and(certainty)), me);
      }
    }
  }

  /** All of a table may be rewritten, or gone ({@code CheckTableForSerializableConflictIn}). */
  synchronized void writesWhole(SerializableXact me, PredicateTarget table) {
    for (PredicateTarget target : locks.within(table)) {
      writes(me, target, Certainty.POSSIBLE);
    }
  }

  /** What one writes it need not have read. */
  synchronized void forgetRead(SerializableXact me, PredicateTarget tuple) {
    locks.release(me, tuple);
  }

  private record Conflict(SerializableXact reader, SerializableXact writer, Certainty certainty) {
    boolean isKnown() {
      Certainty known = reader.out.get(writer);
      return !reader.doomed && !writer.doomed && known != null && known.isAtLeast(certainty);
    }

    void note() {
      reader.out.put(writer, certainty);
      writer.in.put(reader, certainty);
    }

    void forget() {
      reader.out.remove(writer);
      writer.in.remove(reader);
    }
  }

  /** {@code FlagRWConflict}. */
  private void conflict(Conflict found, SerializableXact me) {
    if (found.isKnown()) {
      return;
    }
    SerializableXact writer = found.writer();
    boolean fails =
        found.certainty() == Certainty.CERTAIN && CERTAIN.arises(found.reader(), writer);
    if (!fails && POSSIBLE.arises(found.reader(), writer)) {
      doubt(writer, me);
    }
    if (fails && writer == me) {
      throw failure("Canceled on identification as a pivot, during write.");
    }
    if (fails && writer.prepared) {
      throw failure("Canceled on conflict out to pivot " + writer.xid + ", during read.");
    }
    if (fails) {
      writer.doomed = true;
    }
    found.note();
  }

  private static void doubt(SerializableXact writer, SerializableXact me) {
    if (writer == me || writer.prepared) {
      throw doubt();
    }
    writer.doubtful = true;
  }

  /** {@code PreCommit_CheckForSerializationFailure}. */
  synchronized void preCommit(SerializableXact me) {
    requireNotDoomed(me, "commit attempt");
    for (Map.Entry<SerializableXact, Certainty> near : List.copyOf(me.in.entrySet())) {
      SerializableXact pivot = near.getKey();
      boolean fails = CERTAIN.arisesAtCommit(me, pivot, near.getValue());
      boolean mayFail = !fails && POSSIBLE.arisesAtCommit(me, pivot, near.getValue());
      if (fails && pivot.prepared) {
        throw failure("Canceled on commit attempt with conflict in from prepared pivot.");
      }
      pivot.doomed |= fails;
      pivot.doubtful |= mayFail;
    }
    me.prepareSeqNo = ++lastCommit;
    me.prepared = true;
  }

  /** {@code ReleasePredicateLocks} at a commit. */
  synchronized void committed(SerializableXact me) {
    me.finishedBefore = log.nextXid();
    me.committed = true;
    me.commitSeqNo = ++lastCommit;
    me.readOnly |= !me.wrote;
    end(me);
    finished.add(me);
    clear();
  }

  /** The same where it has failed. */
  synchronized void aborted(SerializableXact me) {
    if (!me.committed && !me.released) {
      me.finishedBefore = log.nextXid();
      me.doomed = true;
      me.prepared = false;
      end(me);
      release(me);
      clear();
    }
  }

  private void end(SerializableXact me) {
    active.remove(me);
    if (me.declaredReadOnly) {
      List.copyOf(me.possibleUnsafe).forEach(one -> notUnsafe(one, me));
    } else if (--writable == 0) {
      canPartialClearThrough = lastCommit;
    }
    endOut(me);
    for (SerializableXact reader : List.copyOf(me.in.keySet())) {
      if (!me.committed || reader.committed || reader.readOnly) {
        new Conflict(reader, me, me.in.get(reader)).forget();
      }
    }
    if (!me.declaredReadOnly) {
      List.copyOf(me.possibleUnsafe).forEach(reader -> tell(reader, me));
    }
  }

  private void endOut(SerializableXact me) {
    for (Map.Entry<SerializableXact, Certainty> conflict : List.copyOf(me.out.entrySet())) {
      SerializableXact writer = conflict.getKey();
      if (me.committed && !me.readOnly && writer.committed) {
        me.earliestOut.merge(conflict.getValue(), writer.prepareSeqNo, Math::min);
      }
      boolean over =
          !me.committed || writer.committed || writer.lastCommitBeforeSnapshot >= lastCommit;
      if (over) {
        new Conflict(me, writer, conflict.getValue()).forget();
      }
    }
  }

  private static void notUnsafe(SerializableXact writer, SerializableXact reader) {
    writer.possibleUnsafe.remove(reader);
    reader.possibleUnsafe.remove(writer);
  }

  /** One that only reads hears whether its snapshot is safe. */
  private static void tell(SerializableXact reader, SerializableXact me) {
    notUnsafe(me, reader);
    boolean wrote = me.committed && me.wrote;
    if (wrote && me.earliestOut(Certainty.CERTAIN) <= reader.lastCommitBeforeSnapshot) {
      isNotSafe(reader, SerializableXact.Safety.UNSAFE);
    } else if (wrote && me.earliestOut(Certainty.POSSIBLE) <= reader.lastCommitBeforeSnapshot) {
      isNotSafe(reader, SerializableXact.Safety.DOUBTFUL);
    } else if (reader.possibleUnsafe.isEmpty() && !reader.isOver()) {
      reader.becomes(SerializableXact.Safety.SAFE);
    }
  }

  /** {@code FlagSxactUnsafe}. */
  private static void isNotSafe(SerializableXact reader, SerializableXact.Safety known) {
    List.copyOf(reader.possibleUnsafe).forEach(writer -> notUnsafe(writer, reader));
    reader.becomes(known);
  }

  /** {@code ClearOldPredicateLocks}. */
  private void clear() {
    long oldest = active.stream().mapToLong(one -> one.xmin).min().orElse(SerializableXact.NEVER);
    while (!finished.isEmpty() && isClearable(finished.peek(), oldest)) {
      release(finished.poll());
    }
    for (SerializableXact one : new ArrayList<>(finished)) {
      boolean partly =
          one.commitSeqNo > havePartialClearedThrough && one.commitSeqNo <= canPartialClearThrough;
      if (partly) {
        havePartialClearedThrough = one.commitSeqNo;
        clearPartly(one);
      }
    }
  }

  private static boolean isClearable(SerializableXact one, long oldest) {
    return one.finishedBefore <= oldest;
  }

  private void clearPartly(SerializableXact one) {
    if (one.readOnly) {
      finished.remove(one);
      release(one);
    } else {
      locks.releaseAll(one);
      List.copyOf(one.in.entrySet())
          .forEach(conflict -> new Conflict(conflict.getKey(), one, conflict.getValue()).forget());
    }
  }

  /** {@code ReleaseOneSerializableXact}. */
  private void release(SerializableXact one) {
    locks.releaseAll(one);
    List.copyOf(one.out.keySet())
        .forEach(writer -> new Conflict(one, writer, Certainty.CERTAIN).forget());
    List.copyOf(one.in.keySet())
        .forEach(reader -> new Conflict(reader, one, Certainty.CERTAIN).forget());
    one.released = true;
  }

  private static ReportedError failure(String reason) {
    return ErrorReport.error(
            SqlState.T_R_SERIALIZATION_FAILURE,
            "could not serialize access due to read/write dependencies among transactions")
        .withDetail("Reason code: " + reason)
        .withHint("The transaction might succeed if retried.")
        .toException();
  }

  private static ReportedError doubt() {
    return ErrorReport.notSimulated(
            "serializable transactions that would fail under some plans of their queries only")
        .toException();
  }

  /** What has been read, for {@code pg_locks}. */
  synchronized void report(LockStatusData data) {
    List<SerializableXact> all = new ArrayList<>(finished);
    all.addAll(active);
    for (SerializableXact one : all) {
      if (one.locks.containsValue(Certainty.POSSIBLE)) {
        throw ErrorReport.notSimulated("pg_locks where predicate locks depend on plans")
            .toException();
      }
      one.locks.keySet().forEach(target -> data.read(target, one.session));
    }
  }
}
