package io.pgdouble.message;

/**
 * What a frontend must know to cancel.
 *
 * <p>Manual: {@code message-formats § BackendKeyData}.
 *
 * @param processId the backend's
 * @param secretKey 4 bytes up to protocol 3.0; 4 to 256 in 3.2
 */
public record BackendKeyData(int processId, byte[] secretKey) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'K';

  static BackendKeyData read(BodyReader in) {
    return new BackendKeyData(in.int32(), in.rest());
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.processId(processId);
    out.secret(secretKey);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onBackendKeyData(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BackendKeyData that && MessageBytes.same(this, that);
  }

  @Override
  public int hashCode() {
    return MessageBytes.hash(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
