package io.pgdouble.message;

/**
 * The value of a run-time parameter that is reported.
 *
 * <p>Manual: {@code message-formats § ParameterStatus}.
 */
public record ParameterStatus(String name, String value) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'S';

  static ParameterStatus read(BodyReader in) {
    ParameterStatus message = new ParameterStatus(in.string(), in.string());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(name);
    out.string(value);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onParameterStatus(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
