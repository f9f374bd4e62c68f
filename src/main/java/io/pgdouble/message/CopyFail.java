package io.pgdouble.message;

/**
 * Says that a COPY from the frontend shall fail.
 *
 * <p>Manual: {@code message-formats § CopyFail}.
 *
 * @param message the cause, which the server quotes
 */
public record CopyFail(String message) implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'f';

  static CopyFail read(BodyReader in) {
    return new CopyFail(in.string());
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(message);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onCopyFail(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
