package io.pgdouble.relay;

/** What the user of a relay can do something about. */
public final class RelayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RelayException(String message) {
    super(message);
  }

  public RelayException(String message, Throwable cause) {
    super(message, cause);
  }
}
