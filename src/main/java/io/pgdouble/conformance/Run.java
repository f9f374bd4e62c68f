package io.pgdouble.conformance;

import java.util.List;

/**
 * A case as it was played on one server.
 *
 * @param server its name
 * @param steps the script's, then a {@link Step.Finish} for each connection it left open
 * @param micros how long it took, in microseconds
 */
public record Run(String server, List<PlayedStep> steps, long micros) {
  public Run {
    steps = List.copyOf(steps);
  }

  /** Everything that arrived, in order. */
  public List<Answer> answers() {
    return steps.stream().flatMap(step -> step.answers().stream()).toList();
  }
}
