package io.pgdouble.conformance;

import java.util.List;

/**
 * A step and what arrived.
 *
 * @param step the step
 * @param answers in the order they arrived
 */
public record PlayedStep(Step step, List<Answer> answers) {
  public PlayedStep {
    answers = List.copyOf(answers);
  }
}
