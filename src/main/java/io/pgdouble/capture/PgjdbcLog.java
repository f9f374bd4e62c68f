package io.pgdouble.capture;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.HeaderLine;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.TraceSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what pgjdbc logs at level FINEST of {@code org.postgresql}, in whatever format: its
 * messages follow an arrow. A log does not say of which connection a line is: so it can tell of one
 * after the other, and not of two at once.
 */
final class PgjdbcLog {
  private static final Pattern ARROW = Pattern.compile(" (FE=>|<=BE) (.*)", Pattern.DOTALL);
  private static final Pattern LOG_LINE =
      Pattern.compile("org\\.postgresql\\.|^(FINE|FINER|FINEST): |\\d\\d:\\d\\d:\\d\\d");

  private final List<Recorded> events = new ArrayList<>();
  private final PgjdbcMessages messages = new PgjdbcMessages();
  private int connections;
  private boolean started;
  private boolean ended = true;

  private PgjdbcLog() {}

  /** Whether a text looks like such a log. */
  static boolean isOne(String text) {
    return text.contains(" FE=> ") && text.contains(" <=BE ");
  }

  /**
   * The conversations of a log.
   *
   * @throws TraceSyntaxException if it tells of two at once, or of a message nobody knows
   */
  static Recording read(String text) {
    PgjdbcLog log = new PgjdbcLog();
    entries(text).forEach(log::add);
    return new Recording(List.of(HeaderLine.RECORDING), log.events);
  }

  /** Each arrow and what follows it, over several lines where a statement or an error has them. */
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    boolean open = false;
    for (String line : text.lines().toList()) {
      Matcher arrow = ARROW.matcher(line);
      if (arrow.find()) {
        entries.add(arrow.group(1) + " " + arrow.group(2));
        open = true;
      } else if (open && !LOG_LINE.matcher(line).find()) {
        int last = entries.size() - 1;
        entries.set(last, entries.get(last) + "\n" + line);
      } else {
        open = false;
      }
    }
    return entries;
  }

  private void add(String entry) {
    boolean frontend = entry.startsWith("FE=>");
    String said = entry.substring(5).strip();
    if (frontend && begins(said)) {
      begin(said);
    }
    Direction side = frontend ? Direction.FRONTEND : Direction.BACKEND;
    messages.read(side, said).ifPresent(this::crossed);
    if (frontend && said.startsWith("Terminate")) {
      happened(new Happening.Left(Happening.Departure.CLOSE));
      ended = true;
      started = false;
    }
  }

  private static boolean begins(String said) {
    return said.startsWith("SSLRequest")
        || said.startsWith("GSSENCRequest")
        || said.startsWith("StartupPacket");
  }

  private void begin(String said) {
    if (started) {
      throw new TraceSyntaxException(
          "the log tells of two connections at once, and not which line is of which (expected: one"
              + " after the other)");
    }
    if (ended) {
      connections++;
      ended = false;
      happened(new Happening.Opened(Happening.Medium.TCP));
    }
    started = said.startsWith("StartupPacket");
  }

  private void crossed(Crossing crossing) {
    happened(new Happening.Crossed(crossing));
  }

  private void happened(Happening happening) {
    String name = String.valueOf((char) ('A' + Math.max(0, connections - 1) % 26));
    events.add(new Recorded(name, Recorded.UNTIMED, happening));
  }
}
