package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was given of verdicts on the connections of a server. All its methods may be called by any
 * thread.
 */
public final class VerdictBook {
  /** So many are kept, the newest. */
  public static final int KEPT = 1000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Consumer<Entry>> followers = new ArrayList<>();
  private final long[] counts = new long[Severity.values().length];

  /**
   * A verdict on a connection.
   *
   * @param pid of its backend
   */
  public record Entry(int pid, Verdict verdict) {
    @Override
    public String toString() {
      return "[" + pid + "] " + verdict.text();
    }
  }

  /** Writes one in, and tells who follows. */
  public synchronized void add(int pid, Verdict verdict) {
    Entry entry = new Entry(pid, verdict);
    counts[verdict.severity().ordinal()]++;
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    followers.forEach(follower -> follower.accept(entry));
  }

  /** Those that are kept, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The violations of one side that are kept, oldest first. */
  public List<Entry> violationsBy(Direction side) {
    return entries().stream()
        .filter(entry -> entry.verdict().severity() == Severity.VIOLATION)
        .filter(entry -> entry.verdict().side() == side)
        .toList();
  }

  /** How many there were since the beginning, or since it was cleared. */
  public synchronized long count(Severity severity) {
    return counts[severity.ordinal()];
  }

  /** Tells each one that comes, on the thread of its connection, which must not be held up. */
  public synchronized void follow(Consumer<Entry> follower) {
    followers.add(follower);
  }

  /** Forgets all, and counts anew. */
  public synchronized void clear() {
    entries.clear();
    java.util.Arrays.fill(counts, 0);
  }
}
