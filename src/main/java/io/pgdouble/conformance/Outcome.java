package io.pgdouble.conformance;

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
