package io.pgdouble;

import io.pgdouble.postmaster.Postmaster;
import io.pgdouble.postmaster.ShutdownMode;

/**
 * A running test double for PostgreSQL.
 *
 * <pre>{@code
 * try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
 *   DriverManager.getConnection(server.jdbcUrl());
 * }
 * }</pre>
 */
public final class PgDouble implements AutoCloseable {
  private final PgDoubleOptions options;
  private final Postmaster postmaster;

  private PgDouble(PgDoubleOptions options, Postmaster postmaster) {
    this.options = options;
    this.postmaster = postmaster;
  }

  /** Starts a server. It accepts connections when this returns. */
  public static PgDouble start(PgDoubleOptions options) {
    return new PgDouble(options, Postmaster.start(options.postmaster()));
  }

  /** Where it listens: 1 to 65535. */
  public int port() {
    return postmaster.port();
  }

  /** For libpq and drivers that take its addresses. */
  public String url() {
    return "postgresql://" + options.superuser() + "@" + host() + ":" + port() + "/postgres";
  }

  /** For JDBC. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/postgres?user=" + options.superuser();
  }

  private String host() {
    return options.listenAddresses().stream().findFirst().orElse("localhost");
  }

  /** The supervisor, to pause it or to stop in other modes. */
  public Postmaster postmaster() {
    return postmaster;
  }

  /** Stops fast and waits until all is let go: a session gets 57P01. */
  public void stop() {
    postmaster.close();
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  /** Refuses new sessions, waits until the present ones end by themselves, and stops. */
  public void stopSmart() {
    postmaster.stop(ShutdownMode.SMART);
    postmaster.stopped().join();
    postmaster.close();
  }
}
