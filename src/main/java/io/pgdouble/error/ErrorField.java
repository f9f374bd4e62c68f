package io.pgdouble.error;

/**
 * The fields a report may carry beside severity, code and message, in the order in which the server
 * sends them. Manual: {@code protocol-error-fields}; order: {@code elog.c:
 * send_message_to_frontend}.
 */
public enum ErrorField {
  DETAIL('D'),
  HINT('H'),
  /** The context: one line for each level, innermost first. */
  WHERE('W'),
  SCHEMA('s'),
  TABLE('t'),
  COLUMN('c'),
  DATA_TYPE('d'),
  CONSTRAINT('n'),
  /** Characters from the start of the query string, from 1. */
  POSITION('P'),
  INTERNAL_POSITION('p'),
  INTERNAL_QUERY('q'),
  FILE('F'),
  LINE('L'),
  ROUTINE('R');

  private final char type;

  ErrorField(char type) {
    this.type = type;
  }

  /** The byte that announces the field on the wire. */
  public char type() {
    return type;
  }
}
