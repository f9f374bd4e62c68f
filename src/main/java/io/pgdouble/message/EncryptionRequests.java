package io.pgdouble.message;

/**
 * Which requests for encryption a connection may still make: each once, in either order, and none
 * once one was granted. {@code backend_startup.c: ProcessStartupPacket(ssl_done, gss_done)}.
 */
public enum EncryptionRequests {
  NONE_MADE,
  TLS_REFUSED,
  GSS_REFUSED,
  /** Both were refused, or one was granted. */
  SETTLED;

  public boolean mayAskForTls() {
    return this == NONE_MADE || this == GSS_REFUSED;
  }

  public boolean mayAskForGss() {
    return this == NONE_MADE || this == TLS_REFUSED;
  }

  /** After an SSLRequest was answered with {@code N}. */
  public EncryptionRequests tlsRefused() {
    return this == NONE_MADE ? TLS_REFUSED : SETTLED;
  }

  /** After a GSSENCRequest was answered with {@code N}. */
  public EncryptionRequests gssRefused() {
    return this == NONE_MADE ? GSS_REFUSED : SETTLED;
  }
}
