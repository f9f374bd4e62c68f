package io.pgdouble.backend;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.validation.Verdict;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the double's own failures are told, with their traces. A thread of its own writes it, line
 * by line in order, so that no event loop waits for a console or for a logging system that has yet
 * to wake up; where nothing is said there is no such thread.
 */
final class BackendLog {
  private static final Executor WRITER = writer();

  private BackendLog() {}

  private static final class Lines {
    private static final Logger LOG = LoggerFactory.getLogger("pgdouble");
    private static final Logger PROTOCOL = LoggerFactory.getLogger("pgdouble.protocol");
  }

  private static Executor writer() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("server log", true));
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** Tells of a failure; returns what the frontend is told. */
  static ErrorReport failure(int pid, Object atWork, Throwable cause) {
    if (cause instanceof ReportedError reported) {
      escaped(pid, reported);
      return reported.located().withSeverity(Severity.FATAL);
    }
    WRITER.execute(() -> Lines.LOG.error("[{}] failed at {}", pid, atWork, cause));
    return ErrorReport.fatal(SqlState.INTERNAL_ERROR, "pgdouble failed: " + cause)
        .toException()
        .located();
  }

  /** An error that should have been dealt with inside the session. */
  private static void escaped(int pid, ReportedError error) {
    WRITER.execute(
        () -> Lines.LOG.error("[{}] an error left its session: {}", pid, error.report(), error));
  }

  /** The double broke the protocol: a mistake of ours. */
  static void brokenProtocol(int pid, Verdict verdict) {
    WRITER.execute(() -> Lines.LOG.error("[{}] {}", pid, verdict.text()));
  }

  /** The frontend did. */
  static void brokenByFrontend(int pid, Verdict verdict) {
    WRITER.execute(() -> Lines.PROTOCOL.info("[{}] {}", pid, verdict.text()));
  }
}
