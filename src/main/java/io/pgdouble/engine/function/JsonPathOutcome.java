package io.pgdouble.engine.function;

/** How the execution of an item ends ({@code JsonPathExecResult}). */
enum JsonPathOutcome {
  OK,
  NOT_FOUND,
  /** An error that is not to be thrown. */
  ERROR
}
