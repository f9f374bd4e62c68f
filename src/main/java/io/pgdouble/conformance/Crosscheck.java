package io.pgdouble.conformance;

import java.util.List;

/**
 * Every case played on the double and on the reference, side by side.
 *
 * @param reference the name of the real server
 * @param subject the name of the server under test
 * @param outcomes one for each case, in the order of their addresses
 * @param micros how long it took, in microseconds
 */
public record Crosscheck(String reference, String subject, List<Outcome> outcomes, long micros) {
  public Crosscheck {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether the double answered as the reference did, and the reference as it was recorded. */
  public boolean isClean() {
    return outcomes.stream().allMatch(Outcome::isClean);
  }

  /** How many cases have a verdict. */
  public long count(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  /** The cases in which the reference answered otherwise than it is recorded. */
  public List<Outcome> drifted() {
    return outcomes.stream().filter(Outcome::hasDrifted).toList();
  }
}
