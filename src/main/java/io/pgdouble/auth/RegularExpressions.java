package io.pgdouble.auth;

import io.pgdouble.error.ReportedError;

/** PostgreSQL's regular expressions, which somebody else knows. */
@FunctionalInterface
public interface RegularExpressions {
  /**
   * What fits a pattern in any part.
   *
   * @throws ReportedError 2201B in PostgreSQL's words
   */
  NamePattern compile(String pattern);
}
