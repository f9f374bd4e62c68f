package io.pgdouble.log;

import java.util.Optional;

/**
 * Who reports, as it was at that moment.
 *
 * @param backendType as {@code pg_stat_activity} names it; {@code postmaster} for the supervisor
 * @param start of the process: microseconds since 2000-01-01 00:00 UTC
 * @param client whom it serves; empty for a process that serves nobody
 * @param transaction what runs in it
 * @param display what the process is doing, as its title says: {@code idle}, a command's name
 */
public record LogOrigin(
    int pid,
    String backendType,
    long start,
    LogNumbers numbers,
    Optional<LogClient> client,
    LogTransaction transaction,
    String display) {

  /** The process, as nothing else was called: {@code elog.c: log_status_format}. */
  String session() {
    return Long.toHexString(LogTime.unixSeconds(start)) + "." + Integer.toHexString(pid);
  }

  /**
   * The transaction of a backend.
   *
   * @param virtualId empty for a process that has no number
   * @param id 0 while it has none
   */
  public record LogTransaction(String virtualId, long id) {
    public static final LogTransaction NONE = new LogTransaction("", 0);

    /** {@code TransactionId}: 32 bits of it. */
    String shortId() {
      return Integer.toUnsignedString((int) id);
    }
  }

  /**
   * The frontend of a backend.
   *
   * @param user empty until it has said who it is, as {@code database} and {@code application}
   * @param host the address, or {@code [local]}
   * @param port empty for a Unix socket
   */
  public record LogClient(
      String user, String database, String application, String host, String port) {
    LogClient named(String newApplication) {
      return new LogClient(user, database, newApplication, host, port);
    }
  }
}
