package io.pgdouble.message;

/** What a readable line tells. {@code libpq-fe.h: PQTRACE_REGRESS_MODE}. */
public enum TextForm {
  /** Everything. */
  FULL,
  /** Without what differs from run to run: OIDs, process ids, keys, places in the source. */
  REGRESS
}
