package io.pgdouble.engine.function;

/** What a predicate of a path is ({@code JsonPathBool}). */
enum JsonPathTruth {
  TRUE,
  FALSE,
  UNKNOWN;

  static JsonPathTruth of(Boolean value) {
    return value ? TRUE : FALSE;
  }
}
