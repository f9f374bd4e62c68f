package io.pgdouble.engine.plpgsql;

/** How a statement ended ({@code PLPGSQL_RC_…}). */
enum Outcome {
  OK,
  EXIT,
  RETURN,
  CONTINUE
}
