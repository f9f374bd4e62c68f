package io.pgdouble;

import io.pgdouble.backend.ConversationFactory;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.log.ServerLog;
import io.pgdouble.postmaster.NettyLog;
import io.pgdouble.postmaster.Postmaster;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.validation.VerdictBook;
import java.util.Optional;
import java.util.function.Consumer;

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

  /**
   * The same in a process that does nothing else: its start is faster, because it does without the
   * parts of logging that only a greater program needs.
   */
  public static PgDouble startInProcessOfItsOwn(PgDoubleOptions options) {
    NettyLog.keepQuiet();
    return start(options);
  }

  /**
   * The same, with a reader of what the server writes to standard error, on the thread that writes.
   *
   * @throws io.pgdouble.postmaster.StartFailure if the server cannot start and has said why there
   */
  public static PgDouble startInProcessOfItsOwn(PgDoubleOptions options, Consumer<String> console) {
    NettyLog.keepQuiet();
    return new PgDouble(options, Postmaster.start(options.postmaster().withConsole(console)));
  }

  /**
   * The same for a server on a data directory whose configuration was read.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if the server refuses to start on it
   * @throws io.pgdouble.postmaster.StartFailure for the same, once it has said why
   */
  public static PgDouble startInProcessOfItsOwn(
      PgDoubleOptions options, ServerFiles files, Consumer<String> console) {
    NettyLog.keepQuiet();
    return new PgDouble(options, Postmaster.start(options.onDisk(files).withConsole(console)));
  }

  /** Starts a server. It accepts connections when this returns. */
  public static PgDouble start(PgDoubleOptions options) {
    return new PgDouble(options, Postmaster.start(options.postmaster()));
  }

  /**
   * Starts a server whose sessions a recording answers. Of the options, those count that say where
   * it listens, which PostgreSQL it doubles, and how frontends prove themselves.
   */
  public static PgDouble start(PgDoubleOptions options, RecordedServer recorded) {
    ConversationFactory conversations = ConversationFactory.ofRecording(recorded);
    return new PgDouble(options, Postmaster.start(options.postmaster(), conversations));
  }

  /** The same in a process that does nothing else, with a reader of standard error. */
  public static PgDouble startInProcessOfItsOwn(
      PgDoubleOptions options, RecordedServer recorded, Consumer<String> console) {
    NettyLog.keepQuiet();
    ConversationFactory conversations = ConversationFactory.ofRecording(recorded);
    return new PgDouble(
        options, Postmaster.start(options.postmaster().withConsole(console), conversations));
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

  /**
   * What the server proves itself by, in PEM, as a file for a frontend's {@code sslrootcert}; empty
   * where it offers no TLS.
   */
  public Optional<String> certificate() {
    return postmaster.certificate();
  }

  String host() {
    return options.listenAddresses().stream()
        .findFirst()
        .filter(address -> !address.equals("*"))
        .orElse("localhost");
  }

  /** The supervisor, whose life a test may take into its hands. */
  public Postmaster postmaster() {
    return postmaster;
  }

  /**
   * Stops accepting, as a postmaster under SIGSTOP does: connections are completed by the system,
   * but nobody answers them. Sessions go on.
   */
  public void pausePostmaster() {
    postmaster.pause();
  }

  /** Accepts again, first those who waited. */
  public void resumePostmaster() {
    postmaster.resume();
  }

  /** What the server logs, line by line, {@code log_line_prefix} before each. */
  public ServerLog log() {
    return postmaster.serverLog();
  }

  /**
   * What was found wrong with the conversations, of either side: a driver's mistakes, and, should
   * there be any, the double's. Switched off by the setting {@code pgdouble.validation}.
   */
  public VerdictBook verdicts() {
    return postmaster.verdicts();
  }

  /** Reads the configuration again, as SIGHUP and {@code pg_reload_conf} have it done. */
  public void reload() {
    postmaster.reload();
  }

  /** Waits until the last session is gone after {@link Postmaster#stop} has begun. */
  public void awaitLastSession() {
    postmaster.stopped().join();
  }

  /** Stops fast, waits until all is over, and lets go of sockets and threads. */
  public void stop() {
    postmaster.close();
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }
}
