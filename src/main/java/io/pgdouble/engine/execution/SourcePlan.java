package io.pgdouble.engine.execution;

/** A part of a plan that yields rows of its own. Immutable. */
public interface SourcePlan {
  /** Starts a run in a frame. */
  RowSource open(Frame frame);
}
