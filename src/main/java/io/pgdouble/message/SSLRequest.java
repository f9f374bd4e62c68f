package io.pgdouble.message;

/**
 * Asks for TLS on this connection. The server answers with a single byte.
 *
 * <p>Manual: {@code message-formats § SSLRequest}.
 */
public record SSLRequest() implements StartupPacket {
  /** The one instance anybody needs: the packet has no fields. */
  public static final SSLRequest INSTANCE = new SSLRequest();

  @Override
  public void write(BodyWriter out) {
    out.int16(REQUEST_MAJOR);
    out.int16(SSL_REQUEST_MINOR);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
