package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * Two runs of one case side by side, message by message.
 *
 * @param steps in the order of the script
 */
public record Comparison(List<ComparedStep> steps) {

  /**
   * One step of both runs.
   *
   * @param step the step
   * @param rungs its answers, aligned
   */
  public record ComparedStep(Step step, List<Rung> rungs) {
    /** Whether every answer has its equal. */
    public boolean isSame() {
      return rungs.stream().allMatch(Rung::isSame);
    }
  }

  /**
   * One rung of the ladder: an expected answer, an actual one, or both.
   *
   * @param expected none or one
   * @param actual none or one
   */
  public record Rung(List<Answer> expected, List<Answer> actual) {
    /** Whether both are there and equal. */
    public boolean isSame() {
      return expected.equals(actual);
    }
  }

  /** Compares what was expected with what came. */
  public static Comparison of(Run expected, Run actual) {
    List<ComparedStep> steps = new ArrayList<>();
    int count = Math.max(expected.steps().size(), actual.steps().size());
    for (int i = 0; i < count; i++) {
      Step step = (i < expected.steps().size() ? expected : actual).steps().get(i).step();
      steps.add(new ComparedStep(step, Alignment.align(answers(expected, i), answers(actual, i))));
    }
    return new Comparison(steps);
  }

  private static List<Answer> answers(Run run, int step) {
    return step < run.steps().size() ? run.steps().get(step).answers() : List.of();
  }

  /** Whether nothing differs. */
  public boolean isSame() {
    return steps.stream().allMatch(ComparedStep::isSame);
  }

  /** The steps whose answers differ. */
  public List<ComparedStep> differing() {
    return steps.stream().filter(step -> !step.isSame()).toList();
  }

  /** The first difference as one line, empty if there is none. */
  public String firstDifference() {
    return steps.stream()
        .flatMap(step -> step.rungs().stream())
        .filter(rung -> !rung.isSame())
        .findFirst()
        .map(rung -> "expected " + brief(rung.expected()) + ", got " + brief(rung.actual()))
        .orElse("");
  }

  private static String brief(List<Answer> answers) {
    return answers.isEmpty() ? "nothing" : answers.get(0).line().brief();
  }
}
