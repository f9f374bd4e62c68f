package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;

/** Nothing goes wrong. */
final class None extends LoginFault {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public String summary() {
    return "nothing goes wrong";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return due;
  }
}
