package io.pgdouble.conformance;

import io.pgdouble.trace.TraceLine;

/**
 * What a server answered.
 *
 * @param connection the connection's name in the case
 * @param line the answer, tolerated differences written as their names
 */
public record Answer(String connection, TraceLine line) {

  /** The answer as a case file writes it. */
  public String text() {
    return connection + "\t" + line.text();
  }
}
