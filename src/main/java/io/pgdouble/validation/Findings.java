package io.pgdouble.validation;

import io.pgdouble.trace.Direction;

/** Who hears that the message at hand breaks a rule. */
interface Findings {
  void frontend(Rule rule, String detail);

  void backend(Rule rule, String detail);

  /** Its body ended too early, or too late. */
  default void broken(Direction side, Body body, Letter letter) {
    String detail =
        body.broken()
            ? letter.title() + " ends too early"
            : body.remaining() + " bytes follow the end of " + letter.title();
    if (side == Direction.FRONTEND) {
      frontend(Rule.BODY_FITS, detail);
    } else {
      backend(Rule.BODY_FITS, detail);
    }
  }
}
