package io.pgdouble.conformance;

/** A case file that cannot be read; the message begins with the file and the line. */
public final class CaseSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CaseSyntaxException(String message) {
    super(message);
  }

  public CaseSyntaxException(String message, Throwable cause) {
    super(message, cause);
  }
}
