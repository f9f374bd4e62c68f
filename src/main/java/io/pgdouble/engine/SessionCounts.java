package io.pgdouble.engine;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How many sessions each role and each database has, those among them that are about to be refused
 * for there being too many. {@code procarray.c: CountUserBackends, CountDBConnections}.
 */
final class SessionCounts {
  private final ConcurrentHashMap<Of, Integer> sessions = new ConcurrentHashMap<>();

  /** A role or a database. Written out: a record's own two cost the first session milliseconds. */
  record Of(String catalog, long oid) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Of that && oid == that.oid && catalog.equals(that.catalog);
    }

    @Override
    public int hashCode() {
      return 31 * catalog.hashCode() + Long.hashCode(oid);
    }
  }

  /**
   * One more.
   *
   * @return how many there are with it
   */
  int enter(Of whose) {
    return sessions.merge(whose, 1, Integer::sum);
  }

  /** How many there are. */
  int of(Of whose) {
    return sessions.getOrDefault(whose, 0);
  }

  /** One less. */
  void leave(Of whose) {
    sessions.computeIfPresent(whose, (key, count) -> count > 1 ? count - 1 : null);
  }
}
