package io.pgdouble.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what libpq's {@code PQtrace} writes, as PostgreSQL's own tests keep it: with or without
 * times, in regression mode or not. What regression mode masks is read as zero.
 */
public final class PqTrace {

  private static final String TIME = "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+\t";

  private PqTrace() {}

  /**
   * A trace as a recording of one connection, of which the beginning was not seen: libpq traces
   * from when it is told to.
   *
   * @throws TraceSyntaxException for a line that is none
   */
  public static Recording recording(String text) {
    List<Recorded> events = new ArrayList<>();
    for (TraceLine line : read(text)) {
      Crossing crossing = CrossingReader.read(line, Symbols.NONE);
      events.add(new Recorded("A", Recorded.UNTIMED, new Happening.Crossed(crossing)));
    }
    return new Recording(List.of(), events);
  }

  /**
   * The messages of a recording of one connection in these columns, without times, escaped.
   *
   * @throws TraceSyntaxException if there are more, which the columns cannot tell apart
   */
  public static String text(Recording recording) {
    if (recording.connections().size() > 1) {
      throw new TraceSyntaxException(
          "found connections "
              + String.join(", ", recording.connections())
              + " (expected: one, for PQtrace has no column for it)");
    }
    StringBuilder out = new StringBuilder();
    for (Recorded event : recording.events()) {
      if (event.happening() instanceof Happening.Crossed crossed && isMessage(crossed)) {
        Recording.refuseGlimpse(crossed.crossing());
        out.append(crossed.crossing().line(Notation.PLAIN).text()).append('\n');
      }
    }
    return out.toString();
  }

  private static boolean isMessage(Happening.Crossed crossed) {
    return crossed.crossing() instanceof Crossing.Message
        || crossed.crossing() instanceof Crossing.Glimpse
        || crossed.crossing() instanceof Crossing.Startup;
  }

  /** Whether a text looks like such a trace: its first line begins as theirs do. */
  public static boolean isOne(String text) {
    String line = text.lines().findFirst().orElse("").replaceFirst(TIME, "");
    return line.matches("[FB]\\t(\\d+|NN)\\t\\w+.*");
  }

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
