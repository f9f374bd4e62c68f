package io.pgdouble.message;

/**
 * A piece of COPY data, in either direction; or a replication message.
 *
 * <p>Manual: {@code message-formats § CopyData}.
 *
 * @param data what is copied; need not be whole rows
 */
public record CopyData(byte[] data) implements FrontendMessage, BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'd';

  static CopyData read(BodyReader in) {
    return new CopyData(in.rest());
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.bytes(data);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onCopyData(this);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onCopyData(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopyData that && MessageBytes.same(this, that);
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
