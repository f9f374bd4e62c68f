package io.pgdouble.log;

import io.pgdouble.datadir.ControlFile;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.type.Zone;

/**
 * What the startup process logs. Positions are texts. Source: {@code xlogrecovery.c}, {@code
 * xlog.c: StartupXLOG}.
 */
public final class RecoveryLines {
  private final ServerSettings settings;

  public RecoveryLines(ServerSettings settings) {
    this.settings = settings;
  }

  /** What became of the cluster when it was last served. {@code InitWalRecovery}. */
  public ErrorReport found(ControlFile.Found found) {
    String since = time(found.seconds());
    return switch (found.state()) {
      case SHUT_DOWN -> log("database system was shut down at " + since);
      case SHUT_DOWN_IN_RECOVERY -> log("database system was shut down in recovery at " + since);
      case SHUTTING_DOWN ->
          log("database system shutdown was interrupted; last known up at " + since);
      case IN_CRASH_RECOVERY ->
          log("database system was interrupted while in recovery at " + since)
              .withHint(
                  "This probably means that some data is corrupted and you will have to use"
                      + " the last backup for recovery.");
      case IN_ARCHIVE_RECOVERY ->
          log("database system was interrupted while in recovery at log time "
                  + time(found.checkpointSeconds()))
              .withHint(
                  "If this has occurred more than once some data might be corrupted and you"
                      + " might need to choose an earlier recovery target.");
      case STARTUP, IN_PRODUCTION ->
          log("database system was interrupted; last known up at " + since);
    };
  }

  private String time(long seconds) {
    Zone zone = Zone.find(settings.text("log_timezone")).orElse(Zone.UTC);
    return LogTime.seconds(LogTime.ofUnix(seconds), zone);
  }

  /** {@code validateRecoveryParameters}: a standby that nobody feeds. */
  public ErrorReport fedByNobody() {
    return ErrorReport.warning(
            SqlState.WARNING, "specified neither primary_conninfo nor restore_command")
        .withHint(
            "The database server will regularly poll the pg_wal subdirectory to check for files"
                + " placed there.");
  }

  public ErrorReport enteringStandby() {
    return log("entering standby mode");
  }

  public ErrorReport notShutDown() {
    return log("database system was not properly shut down; automatic recovery in progress");
  }

  /** The end of the log. {@code xlogreader.c: ValidXLogRecordHeader}. */
  public ErrorReport endsAt(String position) {
    String words =
        MajorChange.LOG_ENDS_WITH_EXPECTATION.isIn(settings.major())
            ? ": expected at least 24, got 0"
            : ": wanted 24, got 0";
    return log("invalid record length at " + position + words);
  }

  public ErrorReport redoNotRequired() {
    return log("redo is not required");
  }

  public ErrorReport consistentAt(String position) {
    return log("consistent recovery state reached at " + position);
  }

  public ErrorReport waitingAt(String position) {
    return log("waiting for WAL to become available at " + position);
  }

  public ErrorReport promotionRequested() {
    return log("received promote request");
  }

  public ErrorReport newTimeline(int timeline) {
    return log("selected new timeline ID: " + timeline);
  }

  public ErrorReport complete() {
    return log("archive recovery complete");
  }

  private static ErrorReport log(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
