package io.pgdouble.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a recording line by line, as it happens. The times stand at the end, so that a difference
 * between two recordings is one of what was said; a recording that was cut off has none.
 */
public final class RecordingWriter {
  /** The first line of every trace, of cases and of recordings. */
  public static final String VERSION_LINE = "pgdouble-trace 1";

  static final String TIMES = "times";
  private static final int TIMES_IN_A_LINE = 20;

  private final Consumer<String> out;
  private final RecordedBackends backends = new RecordedBackends();
  private final Map<String, RowColumns> columns = new HashMap<>();
  private final List<Integer> deltas = new ArrayList<>();
  private long last;
  private boolean timed = true;

  /**
   * A writer that has written nothing.
   *
   * @param out takes pieces of the file, each of whole lines
   */
  public RecordingWriter(Consumer<String> out) {
    this.out = out;
  }

  /** Writes what comes first. */
  public void header(List<HeaderLine> header) {
    out.accept(VERSION_LINE + "\n");
    header.forEach(line -> out.accept(line.text() + "\n"));
    out.accept("\n");
  }

  /** Writes what happened next. */
  public void add(Recorded event) {
    if (event.happening() instanceof Happening.Remark remark) {
      out.accept(remark.text() + "\n");
      return;
    }
    out.accept(event.connection() + "\t" + text(event) + "\n");
    keepTime(event.micros());
  }

  private String text(Recorded event) {
    if (event.happening() instanceof Happening.Opened opened) {
      return opened.medium() == Happening.Medium.TCP ? "open" : "open\t" + opened.medium().word();
    }
    if (event.happening() instanceof Happening.Left left) {
      return left.departure().word();
    }
    Crossing crossing = ((Happening.Crossed) event.happening()).crossing();
    return line(event.connection(), crossing).text();
  }

  private TraceLine line(String connection, Crossing crossing) {
    RowColumns rows = columns.computeIfAbsent(connection, name -> new RowColumns());
    rows.see(crossing);
    backends.see(connection, crossing);
    return crossing.line(RecordingNotation.of(backends, rows, crossing));
  }

  private void keepTime(long micros) {
    timed &= micros != Recorded.UNTIMED;
    long delta = Math.max(0, micros - last);
    deltas.add((int) Math.min(Integer.MAX_VALUE, delta));
    last = Math.max(last, micros);
  }

  /** Writes the times, if all are known. */
  public void end() {
    for (int from = 0; timed && from < deltas.size(); from += TIMES_IN_A_LINE) {
      StringBuilder line = new StringBuilder(TIMES).append('\t');
      int to = Math.min(deltas.size(), from + TIMES_IN_A_LINE);
      deltas.subList(from, to).forEach(delta -> line.append(delta).append(' '));
      line.setCharAt(line.length() - 1, '\n');
      out.accept(line.toString());
    }
  }
}
