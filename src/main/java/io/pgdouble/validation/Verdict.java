package io.pgdouble.validation;

import io.pgdouble.trace.Direction;

/**
 * A rule that somebody broke.
 *
 * @param side who broke it
 * @param number of the message in its conversation, from 1
 * @param message by its name
 * @param place where the conversation stood
 * @param rule what was broken
 * @param detail what was found, and what was expected
 */
public record Verdict(
    Direction side, int number, String message, Place place, Rule rule, String detail) {

  public Severity severity() {
    return rule.severity();
  }

  /** In a line, without its place in the manual. */
  public String text() {
    String who = side == Direction.FRONTEND ? "frontend" : "backend";
    return severity().words()
        + " by the "
        + who
        + ", message "
        + number
        + ", "
        + message
        + " after "
        + place.after()
        + ": "
        + detail
        + " ["
        + rule
        + "]";
  }
}
