package io.pgdouble.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads what {@link RecordingWriter} writes, and cases. */
final class RecordingReader {
  private static final Set<String> STEPS_OF_NOBODY = Set.of("pause", "postmaster", "server");

  private final List<HeaderLine> header = new ArrayList<>();
  private final List<Recorded> events = new ArrayList<>();
  private final List<Long> deltas = new ArrayList<>();
  private final RecordedBackends backends = new RecordedBackends();
  private boolean inHeader = true;
  private final LoginAnswers logins = new LoginAnswers();
  private int number;

  private RecordingReader() {}

  static Recording read(String text) {
    RecordingReader reader = new RecordingReader();
    try {
      text.lines().forEach(reader::readLine);
    } catch (TraceSyntaxException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new TraceSyntaxException("line " + reader.number + ": " + e.getMessage(), e);
    }
    return new Recording(reader.header, reader.timed());
  }

  private void readLine(String line) {
    number++;
    if (number == 1) {
      if (!line.equals(RecordingWriter.VERSION_LINE)) {
        throw new TraceSyntaxException(
            "found " + line + " (expected: " + RecordingWriter.VERSION_LINE + ")");
      }
    } else if (line.isBlank() || line.startsWith("#")) {
      readRemark(line);
    } else {
      readWords(line, line.strip().split("\\s+", 3));
    }
  }

  /** The empty line that ends the header belongs to it. */
  private void readRemark(String line) {
    if (inHeader && line.isBlank()) {
      inHeader = false;
    } else {
      remark(line);
    }
  }

  private void readWords(String line, String... words) {
    if (inHeader && HeaderLine.isOne(words[0])) {
      String[] pair = line.strip().split("\\s+", 2);
      header.add(new HeaderLine(pair[0], pair[1]));
      return;
    }
    inHeader = false;
    if (words[0].equals(RecordingWriter.TIMES)) {
      Arrays.stream(line.strip().split("\\s+")).skip(1).map(Long::valueOf).forEach(deltas::add);
    } else if (STEPS_OF_NOBODY.contains(words[0])) {
      remark(line);
    } else if (words[1].length() > 1) {
      readStep(line, words);
    } else {
      TraceLine trace = TraceLine.parse(line.strip().substring(words[0].length()));
      crossed(words[0], crossing(words[0], trace));
    }
  }

  private void crossed(String connection, Crossing crossing) {
    happened(connection, new Happening.Crossed(crossing));
    logins
        .to(connection, crossing)
        .map(line -> crossing(connection, line))
        .ifPresent(answer -> happened(connection, new Happening.Crossed(answer)));
  }

  private Crossing crossing(String connection, TraceLine line) {
    boolean told = line.name().equals(MessageLayout.BACKEND_KEY_DATA.title());
    if (told && line.columns().contains("${" + connection + ".")) {
      boolean counted = line.length().matches("\\d+");
      backends.makeUp(connection, counted ? Integer.parseInt(line.length()) - 8 : 4);
    }
    return CrossingReader.read(line, backends);
  }

  private void readStep(String line, String... words) {
    String rest = words.length > 2 ? words[2].strip() : "";
    switch (words[1]) {
      case "open" -> happened(words[0], new Happening.Opened(Happening.Medium.of(rest)));
      case "close" -> left(words[0], Happening.Departure.CLOSE);
      case "shutdown" -> left(words[0], Happening.Departure.SHUTDOWN);
      case "reset" -> left(words[0], Happening.Departure.RESET);
      default -> {
        if (words[1].equals("login")) {
          logins.begin(words[0]);
        }
        events.add(new Recorded(words[0], Recorded.UNTIMED, new Happening.Remark(line)));
      }
    }
  }

  private void left(String connection, Happening.Departure how) {
    happened(connection, new Happening.Left(how));
  }

  private void happened(String connection, Happening happening) {
    events.add(new Recorded(connection, Recorded.UNTIMED, happening));
  }

  private void remark(String line) {
    events.add(new Recorded("", Recorded.UNTIMED, new Happening.Remark(line)));
  }

  /** Times that do not fit, because somebody edited the lines, are none. */
  private List<Recorded> timed() {
    long counted = events.stream().filter(RecordingReader::takesTime).count();
    if (deltas.isEmpty() || counted != deltas.size()) {
      return events;
    }
    List<Recorded> timed = new ArrayList<>(events.size());
    long now = 0;
    int next = 0;
    for (Recorded event : events) {
      if (takesTime(event)) {
        now += deltas.get(next++);
        timed.add(new Recorded(event.connection(), now, event.happening()));
      } else {
        timed.add(event);
      }
    }
    return timed;
  }

  private static boolean takesTime(Recorded event) {
    return !(event.happening() instanceof Happening.Remark);
  }
}
