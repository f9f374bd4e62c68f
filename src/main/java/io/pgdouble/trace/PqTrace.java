package io.pgdouble.trace;

import java.util.List;

/**
 * Reads what libpq's {@code PQtrace} writes, as PostgreSQL's own tests keep it: with or without
 * times, in regression mode or not. What regression mode masks is read as zero.
 */
public final class PqTrace {

  private static final String TIME = "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+\t";

  private PqTrace() {}

  /**
   * The lines of a trace.
   *
   * @throws TraceSyntaxException for a line that is none
   */
  public static List<TraceLine> read(String text) {
    return text.lines()
        .map(line -> line.replaceFirst(TIME, ""))
        .filter(line -> !line.isBlank())
        .map(TraceLine::parse)
        .toList();
  }
}
