package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The serializable transactions of a server, as far as they may fail because of each other: T1 has
 * read what T2 writes, T2 has read what T3 writes, they overlap, and T3 commits first. PostgreSQL
 * looks at rows and pages, and finds no such structure where there is none among whole tables,
 * which is all that is looked at here: where there is one, nobody knows, and the transaction is
 * refused that might fail. Source: {@code predicate.c}.
 */
final class SerializableTransactions {
  /** Those that run, and those that have committed while one of these ran; guarded by this. */
  private final List<Member> members = new ArrayList<>(0);

  /** Counts beginnings and commits. */
  private long clock;

  /** A transaction begins: its snapshot is taken afterwards. */
  synchronized Member begin(SerializableAccess access) {
    Member member = new Member(access, ++clock);
    members.add(member);
    return member;
  }

  /** Whether a snapshot that is taken now might not be safe. */
  synchronized boolean isAnyWriting() {
    return members.stream()
        .anyMatch(one -> one.isRunning() && one.access == SerializableAccess.READ_WRITE);
  }

  private void forget() {
    long oldest =
        members.stream()
            .filter(Member::isRunning)
            .mapToLong(one -> one.begun)
            .min()
            .orElse(Long.MAX_VALUE);
    members.removeIf(one -> !one.isRunning() && one.committed < oldest);
  }

  /** One of them. */
  final class Member {
    private static final long RUNNING = Long.MAX_VALUE;

    private final SerializableAccess access;
    private final long begun;
    private final Set<LockTag> read = new HashSet<>();
    private final Set<LockTag> written = new HashSet<>();
    private long committed = RUNNING;

    private Member(SerializableAccess access, long begun) {
      this.access = access;
      this.begun = begun;
    }

    private boolean isRunning() {
      return committed == RUNNING;
    }

    void reads(LockTag relation) {
      synchronized (SerializableTransactions.this) {
        if (read.add(relation)) {
          requireSafe();
        }
      }
    }

    void writes(LockTag relation) {
      synchronized (SerializableTransactions.this) {
        if (written.add(relation)) {
          requireSafe();
        }
      }
    }

    /** Before a statement: others may have committed since the last one. */
    void check() {
      synchronized (SerializableTransactions.this) {
        requireSafe();
      }
    }

    /** Nothing keeps it from committing any more. */
    void commits() {
      synchronized (SerializableTransactions.this) {
        requireSafe();
        committed = ++clock;
        forget();
      }
    }

    /** It has ended; what did not commit has not been. */
    void ended() {
      synchronized (SerializableTransactions.this) {
        if (isRunning()) {
          members.remove(this);
        }
        forget();
      }
    }

    private boolean overlaps(Member other) {
      return other != this && begun < other.committed && other.begun < committed;
    }

    /** {@code RWConflictExists}. */
    private boolean hasReadWhatIsWrittenBy(Member other) {
      return overlaps(other) && read.stream().anyMatch(other.written::contains);
    }

    /** As T2, and as T1 if T2 has committed already: a T2 that runs is the one to fail. */
    private void requireSafe() {
      boolean unsafe =
          isPivot()
              || members.stream()
                  .anyMatch(
                      other ->
                          !other.isRunning() && hasReadWhatIsWrittenBy(other) && other.isPivot());
      if (unsafe) {
        throw ErrorReport.notSimulated(
                "serializable transactions that read each other's tables while they are written")
            .toException();
      }
    }

    /** Whether it is T2 to a T3 that has committed first. */
    private boolean isPivot() {
      for (Member third : members) {
        boolean first = !third.isRunning() && third.committed < committed;
        if (first && hasReadWhatIsWrittenBy(third) && isReadBeside(third)) {
          return true;
        }
      }
      return false;
    }

    private boolean isReadBeside(Member third) {
      return members.stream()
          .filter(one -> one.committed >= third.committed)
          .anyMatch(one -> one.hasReadWhatIsWrittenBy(this));
    }
  }
}
