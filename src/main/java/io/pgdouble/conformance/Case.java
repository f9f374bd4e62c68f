package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A script for one or more frontends, and what PostgreSQL answered to each of its steps.
 *
 * @param address folder and name below {@code traces/}, without its ending
 * @param header what it says of itself
 * @param lines its script, comments included
 */
public record Case(String address, CaseHeader header, List<Line> lines) {

  public Case {
    lines = List.copyOf(lines);
  }

  /** A line of the script. */
  public sealed interface Line {}

  /** A comment or an empty line. */
  public record Remark(String text) implements Line {}

  /**
   * A step.
   *
   * @param golden what PostgreSQL answered
   */
  public record Scripted(Step step, List<Answer> golden) implements Line {
    public Scripted {
      golden = List.copyOf(golden);
    }
  }

  /** The anchor of the manual: the folder. */
  public String anchor() {
    int slash = address.lastIndexOf('/');
    return slash < 0 ? "" : address.substring(0, slash);
  }

  /** The name within its anchor. */
  public String name() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** The steps without remarks. */
  public List<Scripted> script() {
    List<Scripted> script = new ArrayList<>();
    for (Line line : lines) {
      if (line instanceof Scripted scripted) {
        script.add(scripted);
      }
    }
    return script;
  }

  /** Whether answers have been recorded. */
  public boolean isRecorded() {
    return !header.recorded().isEmpty();
  }

  /** What was recorded, as if it had been played: what every comparison expects. */
  public Run golden() {
    List<PlayedStep> steps = new ArrayList<>();
    script().forEach(line -> steps.add(new PlayedStep(line.step(), line.golden())));
    return new Run(header.recorded(), steps, 0);
  }

  /** This case with the answers of a run in place of those it had. */
  public Case recordedAs(Run run) {
    List<PlayedStep> played = run.steps();
    List<Line> fresh = new ArrayList<>();
    int at = 0;
    for (Line line : lines) {
      boolean step = line instanceof Scripted;
      fresh.add(step ? scripted(played.get(at++)) : line);
    }
    for (PlayedStep rest : played.subList(at, played.size())) {
      if (!rest.answers().isEmpty()) {
        fresh.add(scripted(rest));
      }
    }
    return new Case(address, header.withRecorded(run.server()), fresh);
  }

  private static Scripted scripted(PlayedStep played) {
    return new Scripted(played.step(), played.answers());
  }

  /** Cases by anchor, in the order they are given. */
  public static Map<String, List<Case>> byAnchor(List<Case> cases) {
    Map<String, List<Case>> anchors = new LinkedHashMap<>();
    cases.forEach(c -> anchors.computeIfAbsent(c.anchor(), a -> new ArrayList<>()).add(c));
    return anchors;
  }
}
