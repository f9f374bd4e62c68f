package io.pgdouble.engine.execution;

/**
 * Rows, if a condition holds that no column is in: it is tested once, before the first row is asked
 * for, and also where there is none. {@code nodeResult.c: resconstantqual}.
 */
public record OneTimeFilter(StepPlan input, Evaluator condition) implements StepPlan {
  @Override
  public Step open(Frame frame) {
    return new Step() {
      private Step rows;
      private boolean tested;

      @Override
      public boolean advance() {
        if (!tested) {
          tested = true;
          boolean holds = Boolean.TRUE.equals(condition.evaluate(frame));
          rows = holds ? input.open(frame) : null;
        }
        return rows != null && rows.advance();
      }
    };
  }

  @Override
  public int[] relations() {
    return input.relations();
  }

  @Override
  public boolean isLight() {
    return input.isLight();
  }
}
