package io.pgdouble.engine.execution;

/** SQL's NULL among values. */
final class Nulls {
  private Nulls() {}

  static boolean anyIn(Object[] values) {
    for (Object value : values) {
      if (value == null) {
        return true;
      }
    }
    return false;
  }
}
