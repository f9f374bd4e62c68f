package io.pgdouble.conformance;

import java.util.List;

/**
 * What came of one case.
 *
 * @param played the case
 * @param verdict of the double
 * @param fidelity the double's answers against the reference's; empty if it was not played
 * @param drift the reference's answers against the recorded ones; empty if they were not compared
 * @param referenceMicros how long the reference took, in microseconds
 * @param subjectMicros how long the double took, in microseconds
 */
public record Outcome(
    Case played,
    Verdict verdict,
    Comparison fidelity,
    Comparison drift,
    long referenceMicros,
    long subjectMicros) {

  /** Of a case that could not be played to its end: it differs where it says why. */
  static Outcome failed(Case played, RuntimeException reason) {
    Step first = played.script().get(0).step();
    Answer answer = CaseRunner.unplayable(message(reason));
    Run broken = new Run("", List.of(new PlayedStep(first, List.of(answer))), 0);
    Comparison fidelity = Comparison.of(new Run("", List.of(), 0), broken);
    return new Outcome(played, Verdict.DIFFERS, fidelity, new Comparison(List.of()), 0, 0);
  }

  private static String message(Throwable reason) {
    String own = reason.toString().replaceAll("\\s+", " ");
    return reason.getCause() == null ? own : own + ": " + message(reason.getCause());
  }

  /** Whether the reference answered otherwise than it is recorded. */
  public boolean hasDrifted() {
    return !drift.isSame();
  }

  /** Whether there is nothing to tell. */
  public boolean isClean() {
    boolean diverges = verdict == Verdict.DIFFERS || verdict == Verdict.REFUSED;
    return !diverges && !hasDrifted();
  }
}
