package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Who adds what to reports of one session, innermost first ({@code elog.c: error_context_stack}).
 */
public final class ErrorContexts {
  private final Deque<Callback> stack = new ArrayDeque<>();

  /** The last report to which everybody has added his part: it is not to be added to again. */
  private ErrorReport complete;

  /** Adds to a report where it comes from ({@code ErrorContextCallback}). */
  public interface Callback {
    ErrorReport describe(ErrorReport report);
  }

  /** Work whose errors and notices are added to. */
  <T> T during(Callback callback, Supplier<T> work) {
    stack.push(callback);
    try {
      return work.get();
    } catch (ReportedError error) {
      throw completed(error);
    } finally {
      stack.pop();
    }
  }

  /** An error with all that is to be added to it. */
  ReportedError completed(ReportedError error) {
    if (error.report() == complete) {
      return error;
    }
    complete = described(error.located());
    return complete.toException();
  }

  /** Throws a report again as it was ({@code ReThrowError}). */
  ReportedError again(ErrorReport report) {
    complete = report;
    return report.toException();
  }

  /** A report with what all add to it. */
  public ErrorReport described(ErrorReport report) {
    ErrorReport described = report;
    for (Callback callback : stack) {
      described = callback.describe(described);
    }
    return described;
  }

  /** {@code GetErrorContextStack}. */
  String lines() {
    ErrorReport empty = ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, "");
    return described(empty).field(ErrorField.WHERE).orElse("");
  }

  /** {@code errcontext}. */
  static ErrorReport line(ErrorReport report, String line) {
    return report.inContext(line);
  }
}
