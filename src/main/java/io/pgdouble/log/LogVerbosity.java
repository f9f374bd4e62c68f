package io.pgdouble.log;

/** {@code log_error_verbosity}. */
public enum LogVerbosity {
  TERSE,
  DEFAULT,
  VERBOSE
}
