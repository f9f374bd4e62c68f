package io.pgdouble.engine.execution;

/** A run of something that moves a frame from row to row. */
interface Step {
  /** Moves the frame to the next row; false if there is none. */
  boolean advance();
}
