package io.pgdouble.log;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;

/** What the postmaster logs of its life. Source: {@code postmaster.c}, {@code pqcomm.c}. */
public final class PostmasterLines {
  /** {@code EADDRINUSE}. */
  private static final String IN_USE = "Address already in use";

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

  /**
   * @param service the port
   * @param why the system's words
   */
  public static ErrorReport cannotTranslate(String host, int service, String why) {
    return log(
        "could not translate host name \"%s\", service \"%d\" to address: %s"
            .formatted(host, service, why));
  }

  /**
   * @param family {@code IPv4} or {@code IPv6}
   * @param why the system's words
   */
  public static ErrorReport cannotBind(String family, String address, int port, String why) {
    ErrorReport report =
        socketFailure("could not bind %s address \"%s\": %s".formatted(family, address, why));
    return why.equals(IN_USE)
        ? report.withHint(
            "Is another postmaster already running on port "
                + port
                + "? If not, wait a few seconds and retry.")
        : report;
  }

  /**
   * @param why the system's words
   */
  public static ErrorReport cannotBindSocket(String path, String why) {
    return socketFailure("could not bind Unix address \"" + path + "\": " + why);
  }

  public static ErrorReport tooLong(String path) {
    return log("Unix-domain socket path \"" + path + "\" is too long (maximum 107 bytes)");
  }

  public static ErrorReport noGroup(String group) {
    return log("group \"" + group + "\" does not exist");
  }

  /** {@code elog.c: errcode_for_socket_access}. */
  private static ErrorReport socketFailure(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.INTERNAL_ERROR, text);
  }

  public static ErrorReport noSocketFor(String name) {
    return ErrorReport.warning(
        SqlState.WARNING, "could not create listen socket for \"" + name + "\"");
  }

  public static ErrorReport noSocketIn(String directory) {
    return ErrorReport.warning(
        SqlState.WARNING, "could not create Unix-domain socket in directory \"" + directory + "\"");
  }

  public static ErrorReport noTcpSockets() {
    return fatal("could not create any TCP/IP sockets");
  }

  public static ErrorReport noUnixSockets() {
    return fatal("could not create any Unix-domain sockets");
  }

  public static ErrorReport noSockets() {
    return fatal("no socket created for listening");
  }

  private static ErrorReport fatal(String text) {
    return ErrorReport.fatal(SqlState.INTERNAL_ERROR, text);
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
