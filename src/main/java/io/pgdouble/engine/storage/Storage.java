package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of all databases of a server, by their files. Source: {@code smgr.c}. */
public final class Storage {
  private final CommitLog log = new CommitLog();
  private final SerializableTransactions serializable = new SerializableTransactions(log);
  private final Map<FileId, Heap> heaps = new ConcurrentHashMap<>();
  private final Map<FileId, Sequence> sequences = new ConcurrentHashMap<>();
  private final Map<LockTag, Lock> locks = new ConcurrentHashMap<>();
  private final Set<FileId> moved = ConcurrentHashMap.newKeySet();

  /** Tables with values that could not be kept. */
  private final Set<FileId> lost = ConcurrentHashMap.newKeySet();

  /**
   * Which file; or, where it is locked, which relation, by its OID.
   *
   * @param database OID of the database it is in, 0 for one that all share
   * @param node {@code relfilenode}
   */
  public record FileId(long database, long node) implements LockTag {
    @Override
    public Awaited.Kind kind() {
      return Awaited.Kind.RELATION;
    }

    @Override
    public String description() {
      return "relation " + node + " of database " + database;
    }

    @Override
    public boolean isFleeting() {
      return false;
    }

    @Override
    public Object[] columns() {
      return new Object[] {"relation", database, node, null, null, null, null, null, null, null};
    }
  }

  SerializableTransactions serializable() {
    return serializable;
  }

  public CommitLog log() {
    return log;
  }

  /** The rows of a table, which has none at first. */
  public Heap heap(FileId file, Heap.Keeping keeping) {
    Heap known = heaps.get(file);
    if (known != null) {
      known.keep(keeping);
      return known;
    }
    if (lost.contains(file)) {
      throw ErrorReport.notSimulated("values of this table's types after a restart").toException();
    }
    return heaps.computeIfAbsent(file, key -> new Heap(log, file, keeping));
  }

  /** Who has locked something. */
  Lock lock(LockTag tag) {
    Lock known = locks.get(tag);
    return known != null ? known : locks.computeIfAbsent(tag, Lock::new);
  }

  /** A transaction holds these modes of a lock, and no others, from now on. */
  void reduce(LockTag tag, SessionTransaction transaction, int modes) {
    Lock lock = lock(tag);
    lock.reduce(transaction, modes);
    if (tag.isFleeting() && lock.isForgotten()) {
      locks.remove(tag, lock);
    }
  }

  /** {@code lock.c: GetLockStatusData}. */
  List<LockStatus> lockStatus() {
    return new LockStatusData(log.sessions(), List.copyOf(locks.values()), serializable).all();
  }

  /** Rows could not be kept: nobody is to believe that there were none. */
  void lose(FileId file) {
    lost.add(file);
    heaps.remove(file);
  }

  boolean isLost(FileId file) {
    return lost.contains(file);
  }

  /** A sequence, which has given nothing yet at first. */
  public Sequence sequence(FileId file, long start) {
    return sequences.computeIfAbsent(file, key -> new Sequence(start));
  }

  /** Nobody needs it any more. */
  public void forget(FileId file) {
    heaps.remove(file);
    sequences.remove(file);
    moved.remove(file);
    lost.remove(file);
  }

  /** A sequence has moved, which nobody was told yet. */
  void moved(FileId sequence) {
    log.wal().end();
    moved.add(sequence);
  }

  /** What was not told of sequences yet. */
  List<RowWrite> movedSequences() {
    List<RowWrite> writes = new ArrayList<>(0);
    for (FileId file : moved) {
      moved.remove(file);
      Sequence sequence = sequences.get(file);
      if (sequence != null) {
        writes.add(new RowWrite.Moved(file, sequence.logged()));
      }
    }
    return writes;
  }

  /**
   * All there is in tables that last so long or longer, for another server, or another life of this
   * one, to begin with.
   */
  public List<RowWrite> all(Heap.Keeping least) {
    List<RowWrite> writes = new ArrayList<>();
    Snapshot now = new Snapshot(log.lastCommit(), null, -1);
    for (Heap heap : heaps.values()) {
      boolean wanted = heap.keeping().compareTo(least) <= 0;
      HeapScan rows = heap.scan(now);
      for (RowVersion row = rows.next(); row != null && wanted; row = rows.next()) {
        writes.add(WrittenRows.put(heap, row));
      }
    }
    sequences.forEach((file, sequence) -> writes.add(new RowWrite.Moved(file, sequence.state())));
    return writes;
  }

  /** Does what a transaction of another server has done. */
  public void replay(List<RowWrite> writes) {
    new Replay(this).run(writes);
  }

  /** The server has crashed: what was written ahead of sequences is lost. */
  public void recover() {
    sequences.values().forEach(sequence -> sequence.set(sequence.logged()));
  }

  /** Nothing is there any more, because another server's rows take its place. */
  public void clear() {
    heaps.clear();
    sequences.clear();
    moved.clear();
  }
}
