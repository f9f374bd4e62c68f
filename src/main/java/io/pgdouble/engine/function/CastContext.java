package io.pgdouble.engine.function;

/** Whether the user wrote the cast: the third argument of a length coercion function. */
enum CastContext {
  EXPLICIT,
  ASSIGNMENT;

  /** From the argument {@code isExplicit}, a {@code bool}. */
  static CastContext of(Object isExplicit) {
    return (Boolean) isExplicit ? EXPLICIT : ASSIGNMENT;
  }
}
