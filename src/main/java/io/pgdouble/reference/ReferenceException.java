package io.pgdouble.reference;

/** No such server can be had; the message is for whoever asked for it. */
public final class ReferenceException extends RuntimeException {
  public ReferenceException(String message) {
    super(message);
  }

  public ReferenceException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
