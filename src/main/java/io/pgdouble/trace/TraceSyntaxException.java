package io.pgdouble.trace;

/** A trace that cannot be read as one; the message names what was found and what was expected. */
public final class TraceSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TraceSyntaxException(String message) {
    super(message);
  }

  public TraceSyntaxException(String message, Throwable cause) {
    super(message, cause);
  }
}
