package io.pgdouble.log;

import io.pgdouble.error.ErrorReport;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A process that may have something to report: counts its lines, knows whom it serves. */
public final class LoggingProcess {
  private final ServerLog log;
  private final int pid;
  private volatile String backendType;
  private final long start;
  private volatile boolean silent;
  private long lines;
  private long csv;
  private long json;
  private volatile Optional<LogOrigin.LogClient> client = Optional.empty();
  private volatile Supplier<LogOrigin.LogTransaction> transaction =
      () -> LogOrigin.LogTransaction.NONE;

  /** Set with each statement, by whoever runs the process: what it reports, it reports itself. */
  private String display = "";

  /**
   * @param backendType as {@code pg_stat_activity} names it
   * @param start microseconds since 2000-01-01 00:00 UTC
   */
  public LoggingProcess(ServerLog log, int pid, String backendType, long start) {
    this.log = log;
    this.pid = pid;
    this.backendType = backendType;
    this.start = start;
  }

  public int pid() {
    return pid;
  }

  /** When it was started: microseconds since 2000-01-01 00:00 UTC. */
  public long start() {
    return start;
  }

  /** From now on it is a backend, and authenticates its frontend. */
  public void authenticates() {
    backendType = "client backend";
  }

  /** From now on it serves that frontend. */
  public void serves(LogOrigin.LogClient whom) {
    client = Optional.of(whom);
  }

  /** The frontend calls itself that from now on. */
  public void named(String application) {
    client = client.map(whom -> whom.named(application));
  }

  public Optional<LogOrigin.LogClient> client() {
    return client;
  }

  /** It has a number now: what runs in its name is asked for with each report. */
  public void transacts(Supplier<LogOrigin.LogTransaction> running) {
    transaction = running;
  }

  /** It has no number any more ({@code proc.c: ProcKill}). */
  public void transactsNoMore() {
    transaction = () -> LogOrigin.LogTransaction.NONE;
  }

  /** What its title says from now on. */
  public void displays(String what) {
    display = what;
  }

  /** The levels of the whole server. */
  public LogLevels levels() {
    return log.levels();
  }

  /** Logs a report that belongs to no statement, if it is grave enough for the whole server. */
  public void report(ErrorReport report) {
    LogLevels levels = log.levels();
    if (LogThreshold.admits(levels.minMessages(), report.severity())) {
      write(report, Optional.empty(), levels);
    }
  }

  /**
   * Logs what is known to be grave enough.
   *
   * @param statement the query string at fault, where it is to be told
   */
  public void write(ErrorReport report, Optional<String> statement, LogLevels levels) {
    if (!silent) {
      log.write(entry(report, statement, levels.verbosity()));
    }
  }

  /**
   * It was killed: whatever is still done in its name, nobody hears of it. Called by any thread.
   */
  public void silence() {
    silent = true;
  }

  private LogEntry entry(ErrorReport report, Optional<String> statement, LogVerbosity verbosity) {
    LogNumbers numbers = numbers(LogEntry.prefixes(report, statement, verbosity));
    LogOrigin origin =
        new LogOrigin(pid, backendType, start, numbers, client, transaction.get(), display);
    return new LogEntry(log.now(), origin, report, statement, verbosity);
  }

  /** Only what is written in a form counts there. */
  private synchronized LogNumbers numbers(int more) {
    Set<LogFormat> forms = log.forms();
    long first = lines + 1;
    lines += more;
    csv += forms.contains(LogFormat.CSVLOG) ? 1 : 0;
    json += forms.contains(LogFormat.JSONLOG) ? 1 : 0;
    return new LogNumbers(first, csv, json);
  }

  /** How long it has lived, in microseconds. */
  long age() {
    return Math.max(0, log.now() - start);
  }
}
