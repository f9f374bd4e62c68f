package io.pgdouble.engine.sql;

/** The values of {@code backslash_quote}. */
public enum BackslashQuote {
  OFF,
  ON,
  SAFE_ENCODING
}
