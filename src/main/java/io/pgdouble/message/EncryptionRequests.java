package io.pgdouble.message;

/**
 * Which requests for encryption a connection may still make: not the one that was just refused, and
 * none once one was granted. PostgreSQL differs from its manual: it remembers the last refusal
 * only, so a frontend that asks in turn is refused without end. {@code backend_startup.c:
 * ProcessStartupPacket(ssl_done, gss_done)}.
 */
public enum EncryptionRequests {
  NONE_MADE,
  TLS_REFUSED,
  GSS_REFUSED,
  /** One was granted. */
  SETTLED;

  public boolean mayAskForTls() {
    return this == NONE_MADE || this == GSS_REFUSED;
  }

  public boolean mayAskForGss() {
    return this == NONE_MADE || this == TLS_REFUSED;
  }

  /** After an SSLRequest was answered with {@code N}. */
  public EncryptionRequests tlsRefused() {
    return TLS_REFUSED;
  }

  /** After a GSSENCRequest was answered with {@code N}. */
  public EncryptionRequests gssRefused() {
    return GSS_REFUSED;
  }
}
