package io.pgdouble.failover;

import io.pgdouble.conformance.Door;
import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.ServerControl;
import io.pgdouble.conformance.ServerKind;
import io.pgdouble.conformance.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A server whose life is in our hands.
 *
 * @param name for the reader
 * @param kind as which it began
 * @param server which may be gone at times
 */
record Host(String name, ServerKind kind, OwnServer server) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  int port() {
    return server.address().getPort();
  }

  /** A JDBC URL that names it alone. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres";
  }

  private ServerControl control() {
    return server.control().orElseThrow();
  }

  /** Kills a backend, and returns once the server has noticed: it does not recover yet. */
  void crashAndStayInRecovery(int pid) {
    control().holdRecovery();
    control().signal(pid, Signal.KILL);
    await(Door.State.REFUSED);
  }

  /** Lets recovery go on, and returns when it is over. */
  void recover() {
    control().releaseRecovery();
    await(Door.State.OPEN);
  }

  /** Stops it: fast with SIGINT, at once with SIGQUIT. Returns when nobody listens any more. */
  void stop(Signal signal) {
    signalPostmaster(signal);
    await(Door.State.GONE);
  }

  /** Sends its postmaster a signal, and waits for nothing. */
  void signalPostmaster(Signal signal) {
    server.postmasterSignals().orElseThrow().send(signal);
  }

  /** Starts it again on its port. */
  void start() {
    control().start();
    await(Door.State.OPEN);
  }

  /** Ends its recovery as {@code pg_ctl promote} does, and returns once it has ended. */
  void promote() throws SQLException, InterruptedException {
    control().promote();
    try (Connection observer = Pgjdbc.connect(jdbcUrl())) {
      while (Pgjdbc.one(observer, "SELECT pg_is_in_recovery()").equals(true)) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  void await(Door.State state) {
    if (!new Door(server.address()).await(state, PATIENCE)) {
      throw new IllegalStateException("the " + name + " server is not " + state.word());
    }
  }
}
