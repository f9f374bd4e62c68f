package io.pgdouble.engine.execution;

/** A part of a plan that moves a frame from row to row. Immutable. */
public interface StepPlan {
  /** Starts a run over the frame's rows. */
  Step open(Frame frame);

  /** The range table entries whose rows it sets. */
  int[] relations();

  /** Whether it yields at most a few rows in constant time. */
  default boolean isLight() {
    return false;
  }
}
