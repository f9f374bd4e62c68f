package io.pgdouble.message;

/** The messages of type {@code R}, which a number after the length tells apart. */
public sealed interface Authentication extends BackendMessage
    permits AuthenticationCleartextPassword,
        AuthenticationGSS,
        AuthenticationGSSContinue,
        AuthenticationKerberosV5,
        AuthenticationMD5Password,
        AuthenticationOk,
        AuthenticationSASL,
        AuthenticationSASLContinue,
        AuthenticationSASLFinal,
        AuthenticationSSPI {
  /** The code by which all of them announce themselves. */
  char TYPE = 'R';

  /** The number that tells them apart. {@code protocol.h: AUTH_REQ_*}. */
  int code();

  @Override
  default char type() {
    return TYPE;
  }
}
