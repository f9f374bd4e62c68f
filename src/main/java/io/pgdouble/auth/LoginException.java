package io.pgdouble.auth;

/** A frontend cannot prove who it is in the way that is asked for. */
public final class LoginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoginException(String message) {
    super(message);
  }
}
