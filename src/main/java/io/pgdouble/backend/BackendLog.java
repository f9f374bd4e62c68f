package io.pgdouble.backend;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server log. A room of its own, so that nobody waits for a logger that has nothing to say. */
final class BackendLog {
  private static final Logger LOG = LoggerFactory.getLogger("pgdouble");

  private BackendLog() {}

  /** What a backend reports of its own end, or of a frontend it will not listen to. */
  static void report(int pid, ErrorReport report) {
    LOG.info("[{}] {}", pid, report);
  }

  /** An error that should have been dealt with inside the session. */
  static void escaped(int pid, ReportedError error) {
    LOG.error("[{}] an error left its session: {}", pid, error.report(), error);
  }

  /** A failure of ours. */
  static void failure(int pid, Object atWork, Throwable cause) {
    LOG.error("[{}] failed at {}", pid, atWork, cause);
  }
}
