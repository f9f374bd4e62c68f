package io.pgdouble.validation;

/**
 * What the automaton keeps of a frontend's message until it is acted on and answered.
 *
 * @param number of the message in its conversation, from 1
 * @param name of the portal, or of the statement where there is no portal; 0 if it has none
 * @param statement that a Bind names
 * @param count of a Bind's parameters, an Execute's row limit, or the statements of a Query at most
 * @param format of a Bind's results, if it is one for all: 0 or 1; -1 if each has its own
 */
record Request(Letter letter, int number, long name, long statement, int count, int format) {

  /** Each column has a format of its own. */
  static final int MIXED = -1;

  static Request of(Letter letter, int number) {
    return new Request(letter, number, 0, 0, 0, 0);
  }

  static Request named(Letter letter, int number, long name) {
    return new Request(letter, number, name, 0, 0, 0);
  }
}
