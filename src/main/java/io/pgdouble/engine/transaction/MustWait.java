package io.pgdouble.engine.transaction;

/**
 * A statement that was begun where nobody may wait would have to. It has done nothing yet that
 * cannot be done again, and is to be begun anew where it can wait.
 */
public final class MustWait extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MustWait() {
    super("a statement must wait", null, false, false);
  }
}
