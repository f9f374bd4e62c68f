package io.pgdouble.engine.analysis;

/** How strongly a conversion was asked for ({@code CoercionContext}), weakest first. */
enum CastContext {
  IMPLICIT,
  ASSIGNMENT,
  /** As an assignment, and where that has no way, through the text form. */
  PLPGSQL,
  EXPLICIT;

  /** Whether a cast that {@code pg_cast} marks so may be used. */
  boolean allows(char castContext) {
    int needed =
        switch (castContext) {
          case 'i' -> 0;
          case 'a' -> 1;
          default -> EXPLICIT.ordinal();
        };
    return ordinal() >= needed;
  }
}
