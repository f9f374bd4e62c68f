package io.pgdouble.engine.execution;

/** A part of a plan that yields rows of its own. Immutable. */
public interface SourcePlan {
  /** Starts a run in a frame. */
  RowSource open(Frame frame);

  /** Whether it yields at most a few rows in constant time. */
  default boolean isLight() {
    return false;
  }
}
