package io.pgdouble.log;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;

/** What the postmaster logs of its life. Source: {@code postmaster.c}, {@code pqcomm.c}. */
public final class PostmasterLines {
  private PostmasterLines() {}

  /**
   * @param version as {@code version()} answers
   */
  public static ErrorReport starting(String version) {
    return log("starting " + version);
  }

  /**
   * @param family {@code IPv4} or {@code IPv6}
   */
  public static ErrorReport listening(String family, String address, int port) {
    return log("listening on " + family + " address \"" + address + "\", port " + port);
  }

  public static ErrorReport listeningOnSocket(String path) {
    return log("listening on Unix socket \"" + path + "\"");
  }

  public static ErrorReport reloading() {
    return log("received SIGHUP, reloading configuration files");
  }

  /** {@code syslogger.c: SysLogger_Start}. */
  public static ErrorReport redirecting(String directory) {
    return log("redirecting log output to logging collector process")
        .withHint("Future log output will appear in directory \"" + directory + "\".");
  }

  /**
   * @param destination {@code log_destination}
   */
  public static ErrorReport endingStandardError(String destination) {
    return log("ending log output to stderr")
        .withHint("Future log output will go to log destination \"" + destination + "\".");
  }

  /**
   * @param why the system's words
   */
  public static ErrorReport cannotFork(String why) {
    return log("could not fork new process for connection: " + why);
  }

  public static ErrorReport isShutDown() {
    return log("database system is shut down");
  }

  private static ErrorReport log(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
