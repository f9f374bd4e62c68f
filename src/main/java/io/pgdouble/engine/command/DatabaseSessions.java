package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import java.util.List;

/** Who else works in a database. */
public interface DatabaseSessions {
  /** How many sessions a database has, besides this one. */
  int others(long database);

  /** How many prepared transactions a database has. */
  int prepared(long database);

  /**
   * Changes the catalogs for everybody at once, unless the database has other sessions; nobody
   * enters it meanwhile.
   *
   * @return false where it has
   */
  boolean changeUnlessUsed(long database, List<CatalogUpdate> updates);

  /** Does something while whoever comes to a database waits at its door. */
  void keepOut(long database, Runnable work);

  /**
   * {@code procarray.c: TerminateOtherDBBackends}.
   *
   * @throws io.pgdouble.error.ReportedError where one of them may not be signalled
   */
  void terminateOthers(String database);

  /** Waits a moment, noticing interrupts; nobody sees what for. */
  void pause(long micros);
}
