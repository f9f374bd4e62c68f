package io.pgdouble.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The databases that nobody may enter at present, because one is being dropped or copied. {@code
 * postinit.c: InitPostgres} waits for the lock that {@code dbcommands.c} takes. Used by many
 * threads.
 */
final class DatabaseDoors {
  private final ConcurrentMap<Long, Integer> closed = new ConcurrentHashMap<>();

  boolean isClosed(long database) {
    return closed.containsKey(database);
  }

  void close(long database) {
    closed.merge(database, 1, Integer::sum);
  }

  /** Once for each time it was closed. */
  void open(long database) {
    closed.computeIfPresent(database, (oid, times) -> times == 1 ? null : times - 1);
  }
}
