package io.pgdouble.type;

/** {@code IntervalStyle}: how intervals are written, and how a leading sign is read. */
public enum IntervalStyle {
  POSTGRES,
  POSTGRES_VERBOSE,
  SQL_STANDARD,
  ISO_8601
}
