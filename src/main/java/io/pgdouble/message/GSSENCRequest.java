package io.pgdouble.message;

/**
 * Asks for GSSAPI encryption on this connection. The server answers with a single byte.
 *
 * <p>Manual: {@code message-formats § GSSENCRequest}.
 */
public record GSSENCRequest() implements StartupPacket {
  /** The one instance anybody needs: the packet has no fields. */
  public static final GSSENCRequest INSTANCE = new GSSENCRequest();

  @Override
  public void write(BodyWriter out) {
    out.int16(REQUEST_MAJOR);
    out.int16(GSSENC_REQUEST_MINOR);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
