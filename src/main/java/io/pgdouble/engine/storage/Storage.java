package io.pgdouble.engine.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of all databases of a server, by their files. Source: {@code smgr.c}. */
public final class Storage {
  private final CommitLog log = new CommitLog();
  private final Map<FileId, Heap> heaps = new ConcurrentHashMap<>();
  private final Map<FileId, Sequence> sequences = new ConcurrentHashMap<>();

  /**
   * Which file.
   *
   * @param database OID of the database it is in, 0 for one that all share
   * @param node {@code relfilenode}
   */
  public record FileId(long database, long node) {}

  public CommitLog log() {
    return log;
  }

  /** The rows of a table, which has none at first. */
  public Heap heap(FileId file) {
    Heap known = heaps.get(file);
    return known != null ? known : heaps.computeIfAbsent(file, key -> new Heap(log));
  }

  /** A sequence, which has given nothing yet at first. */
  public Sequence sequence(FileId file, long start) {
    return sequences.computeIfAbsent(file, key -> new Sequence(start));
  }

  /** Nobody needs it any more. */
  public void forget(FileId file) {
    heaps.remove(file);
    sequences.remove(file);
  }
}
