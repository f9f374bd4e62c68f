package io.pgdouble.failover;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A statement that runs until something happens to its server. */
final class BusyStatement {
  private static final long PATIENCE_SECONDS = 20;

  private final CompletableFuture<String> end = new CompletableFuture<>();

  private BusyStatement() {}

  /** Begins it, and returns once another session sees that it runs. */
  static BusyStatement on(Connection connection, Connection observer)
      throws SQLException, InterruptedException {
    BusyStatement statement = new BusyStatement();
    int pid = Pgjdbc.pid(connection);
    Thread thread = new Thread(() -> statement.run(connection), "busy statement");
    thread.setDaemon(true);
    thread.start();
    String wait = "SELECT wait_event FROM pg_stat_activity WHERE pid = " + pid;
    while (!"PgSleep".equals(Pgjdbc.one(observer, wait))) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return statement;
  }

  private void run(Connection connection) {
    try {
      end.complete(String.valueOf(Pgjdbc.one(connection, "SELECT pg_sleep(60)")));
    } catch (SQLException e) {
      end.completeExceptionally(e);
    }
  }

  /** How it ended. */
  String end() throws SQLException {
    try {
      return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException error) {
        throw error;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("the statement goes on", e);
    }
  }
}
