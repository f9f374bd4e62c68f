package io.pgdouble.log;

import io.pgdouble.error.Severity;

/** What is grave enough for a log. {@code elog.c: is_log_level_output}. */
public final class LogThreshold {
  private LogThreshold() {}

  /** To a log's reader, LOG stands between ERROR and FATAL. */
  public static boolean admits(Severity least, Severity severity) {
    if (severity == Severity.LOG) {
      return least == Severity.LOG || least.compareTo(Severity.ERROR) <= 0;
    }
    return least == Severity.LOG
        ? severity.compareTo(Severity.FATAL) >= 0
        : severity.compareTo(least) >= 0;
  }
}
