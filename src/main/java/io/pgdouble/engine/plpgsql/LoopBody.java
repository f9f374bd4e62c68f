package io.pgdouble.engine.plpgsql;

import java.util.List;
import java.util.Optional;

/** What a loop repeats ({@code LOOP_RC_PROCESSING}). */
record LoopBody(Optional<String> label, List<PlStatement> statements) {
  /** Whether the loop goes on, and if not, how it ended. */
  record Step(Optional<Outcome> end) {
    private static final Step AGAIN = new Step(Optional.empty());

    private static Step ends(Outcome outcome) {
      return new Step(Optional.of(outcome));
    }
  }

  /** Runs it once; the outcome where that ends the loop. */
  Optional<Outcome> once(Estate estate) {
    return step(estate, estate.run(statements)).end();
  }

  private Step step(Estate estate, Outcome outcome) {
    boolean mine = estate.exitLabel.isEmpty() || estate.exitLabel.equals(label);
    return switch (outcome) {
      case OK -> Step.AGAIN;
      case RETURN -> Step.ends(outcome);
      case EXIT -> {
        if (mine) {
          estate.exitLabel = Optional.empty();
        }
        yield Step.ends(mine ? Outcome.OK : outcome);
      }
      case CONTINUE -> {
        if (mine) {
          estate.exitLabel = Optional.empty();
        }
        yield mine ? Step.AGAIN : Step.ends(outcome);
      }
    };
  }
}
