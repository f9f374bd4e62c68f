package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;

/** A fault of TLS, before anybody logs in. */
abstract class TlsFault implements Fault {
  @Override
  public Authenticator authenticator(Authenticator due) {
    return due;
  }
}
