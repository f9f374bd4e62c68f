package io.pgdouble.log;

/** A form of the log. */
@FunctionalInterface
interface LogLines {

  /** All lines of an entry, each with its end. */
  String of(LogEntry entry);
}
