package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.List;

/** The files of the server's log. Source: {@code misc.c}, {@code signalfuncs.c}. */
final class LogFileFunctions {
  private LogFileFunctions() {}

  /**
   * {@code pg_current_logfile}: the file of a form; null where there is none.
   *
   * @param format null for the first
   */
  static String current(CallContext context, String format) {
    List<String> known = formats(context);
    if (format != null && !known.contains(format)) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, "log format \"" + format + "\" is not supported")
          .withHint("The supported log formats are " + enumerated(known) + ".")
          .toException();
    }
    return context.execution().signalling().logFiles().current().stream()
        .map(line -> line.split(" ", 2))
        .filter(words -> format == null || words[0].equals(format))
        .map(words -> words[1])
        .findFirst()
        .orElse(null);
  }

  private static List<String> formats(CallContext context) {
    return MajorChange.JSON_LOG.isIn(context.types().major())
        ? List.of("stderr", "csvlog", "jsonlog")
        : List.of("stderr", "csvlog");
  }

  private static String enumerated(List<String> formats) {
    String last = "\"" + formats.get(formats.size() - 1) + "\"";
    return formats.size() == 2
        ? "\"" + formats.get(0) + "\" and " + last
        : "\"" + formats.get(0) + "\", \"" + formats.get(1) + "\", and " + last;
  }

  /** The source's name that {@code pg_rotate_logfile_old} had as long as there was one. */
  static boolean rotateByOldName(CallContext context) {
    if (!MajorChange.NO_ADMINPACK.isIn(context.types().major())) {
      throw ErrorReport.notSimulated("function pg_rotate_logfile_old()").toException();
    }
    return rotate(context);
  }

  /** {@code pg_rotate_logfile}. */
  static boolean rotate(CallContext context) {
    boolean signaled = context.execution().signalling().logFiles().rotate();
    if (!signaled) {
      context
          .execution()
          .report(
              ErrorReport.warning(
                  SqlState.WARNING, "rotation not possible because log collection not active"));
    }
    return signaled;
  }
}
