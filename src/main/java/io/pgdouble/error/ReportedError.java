package io.pgdouble.error;

/**
 * The one door for errors: whatever a frontend may read travels up the stack in this. It carries no
 * stack trace, because it tells of the frontend's mistake and not of ours.
 */
public final class ReportedError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorReport report;

  public ReportedError(ErrorReport report) {
    super(report.message(), null, false, false);
    this.report = report;
  }

  public ReportedError(SqlState state, String message) {
    this(ErrorReport.error(state, message));
  }

  public ErrorReport report() {
    return report;
  }
}
