package io.pgdouble.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace as it is kept in a file: all that happened on all connections of a run, in order.
 *
 * @param header what it says of itself
 * @param events what happened
 */
public record Recording(List<HeaderLine> header, List<Recorded> events) {
  public Recording {
    header = List.copyOf(header);
    events = List.copyOf(events);
  }

  /**
   * Reads the text of a file: a recording, or a case, whose steps are remarks here.
   *
   * @throws TraceSyntaxException naming the line
   */
  public static Recording read(String text) {
    return RecordingReader.read(text);
  }

  /** The text of a file. What this reads again is equal to this, byte by byte. */
  public String text() {
    StringBuilder out = new StringBuilder();
    RecordingWriter writer = new RecordingWriter(out::append);
    writer.header(header);
    events.forEach(writer::add);
    writer.end();
    return out.toString();
  }

  /** The names of its connections, in the order of their first events. */
  public List<String> connections() {
    return events.stream()
        .map(Recorded::connection)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** What happened on one connection. */
  public List<Recorded> of(String connection) {
    return events.stream().filter(event -> event.connection().equals(connection)).toList();
  }

  /** Whether this is a recording, and not the script of a case. */
  public boolean isRecording() {
    return header.contains(HeaderLine.RECORDING);
  }

  /**
   * This as a recording that may be kept: without secrets, and nothing but what happened.
   *
   * @throws TraceSyntaxException for a case, whose steps hide how its sessions begin
   */
  public Recording withoutSecrets() {
    List<Recorded> kept = new ArrayList<>();
    Map<String, Redaction> redactions = new HashMap<>();
    for (Recorded event : events) {
      if (event.happening() instanceof Happening.Crossed crossed) {
        refuseGlimpse(crossed.crossing());
        Redaction redaction =
            redactions.computeIfAbsent(event.connection(), name -> new Redaction(Masks.NONE));
        Crossing clean = redaction.redact(crossed.crossing());
        kept.add(new Recorded(event.connection(), event.micros(), new Happening.Crossed(clean)));
      } else if (event.happening() instanceof Happening.Remark) {
        refuseStep(event);
      } else {
        kept.add(event);
      }
    }
    return new Recording(List.of(HeaderLine.RECORDING), kept);
  }

  /**
   * That of a case or a log nobody can play.
   *
   * @throws TraceSyntaxException if this does not tell all that crossed
   */
  public void refuseIfPartial() {
    for (Recorded event : events) {
      if (event.happening() instanceof Happening.Crossed crossed) {
        refuseGlimpse(crossed.crossing());
      } else if (event.happening() instanceof Happening.Remark) {
        refuseStep(event);
      }
    }
  }

  static void refuseGlimpse(Crossing crossing) {
    if (crossing instanceof Crossing.Glimpse) {
      throw new TraceSyntaxException(
          "found a log (expected: bytes; a log does not tell all that its messages were)");
    }
  }

  private static void refuseStep(Recorded event) {
    if (!event.connection().isEmpty()) {
      throw new TraceSyntaxException(
          "found a case (expected: a conversation; a case hides how its sessions begin)");
    }
  }

  /** This with more at its end. */
  public Recording with(List<Recorded> more) {
    List<Recorded> all = new ArrayList<>(events);
    all.addAll(more);
    return new Recording(header, all);
  }
}
