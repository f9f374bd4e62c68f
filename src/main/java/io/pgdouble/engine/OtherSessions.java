package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.command.DatabaseSessions;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.List;

/** The sessions of databases, as one of them sees the others. */
record OtherSessions(EngineSession session) implements DatabaseSessions {

  @Override
  public int others(long database) {
    return session.engine().sessionsOf(database) - own(database);
  }

  @Override
  public int prepared(long database) {
    return session.engine().prepared().in(database);
  }

  private int own(long database) {
    return SessionBirth.database(session.engine(), session.start().database())
            .filter(row -> row.oid("oid") == database)
            .isPresent()
        ? 1
        : 0;
  }

  @Override
  public boolean changeUnlessUsed(long database, List<CatalogUpdate> updates) {
    return session.engine().changeUnlessUsed(database, updates);
  }

  @Override
  public void keepOut(long database, Runnable work) {
    session.engine().doors().close(database);
    try {
      work.run();
    } finally {
      session.engine().doors().open(database);
    }
  }

  @Override
  public void terminateOthers(String database) {
    checkPrepared(database);
    List<BackendActivity> others =
        session.host().server().activity().stream()
            .filter(one -> one.database().equals(database) && one.pid() != session.host().pid())
            .toList();
    SignalRights rights = new SignalRights(session);
    others.forEach(one -> rights.checkTerminate(one.user()));
    others.forEach(one -> session.host().server().terminateBackend(one.pid()));
  }

  private void checkPrepared(String database) {
    int prepared =
        SessionBirth.database(session.engine(), database)
            .map(row -> prepared(row.oid("oid")))
            .orElse(0);
    if (prepared > 0) {
      throw ErrorReport.error(
              SqlState.OBJECT_IN_USE,
              "database \"" + database + "\" is being used by prepared transactions")
          .withDetail(
              prepared == 1
                  ? "There is 1 prepared transaction using the database."
                  : "There are " + prepared + " prepared transactions using the database.")
          .toException();
    }
  }

  @Override
  public void pause(long micros) {
    session.interrupts().pause(micros);
  }
}
