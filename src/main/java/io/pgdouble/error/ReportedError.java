package io.pgdouble.error;

import java.util.stream.Stream;

/**
 * The one door for errors: whatever a frontend may read travels up the stack in this. It carries no
 * stack trace, because it tells of the frontend's mistake and not of ours.
 */
public final class ReportedError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final String THIS_ROOM = ReportedError.class.getPackageName() + ".";

  private final transient ErrorReport report;
  private final transient StackWalker.StackFrame raised;

  public ReportedError(ErrorReport report) {
    super(report.message(), null, true, false);
    this.report = report;
    this.raised = WALKER.walk(ReportedError::raiser);
  }

  private static StackWalker.StackFrame raiser(Stream<StackWalker.StackFrame> frames) {
    return frames
        .filter(frame -> !frame.getClassName().startsWith(THIS_ROOM))
        .findFirst()
        .orElseThrow();
  }

  public ReportedError(SqlState state, String message) {
    this(ErrorReport.error(state, message));
  }

  public ErrorReport report() {
    return report;
  }

  /**
   * The report together with the place in the double's own source where it was raised, as the
   * server names the place in its own. A report that names a place already keeps it.
   */
  public ErrorReport located() {
    if (report.field(ErrorField.FILE).isPresent()) {
      return report;
    }
    String file = raised.getFileName() == null ? raised.getClassName() : raised.getFileName();
    return report
        .with(ErrorField.FILE, file)
        .with(ErrorField.LINE, Integer.toString(Math.max(raised.getLineNumber(), 0)))
        .with(ErrorField.ROUTINE, raised.getMethodName());
  }
}
