package io.pgdouble.message;

/**
 * A command was carried out.
 *
 * <p>Manual: {@code message-formats § CommandComplete}.
 *
 * @param tag the command's name, for some with a count
 */
public record CommandComplete(String tag) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'C';

  static CommandComplete read(BodyReader in) {
    CommandComplete message = new CommandComplete(in.string());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(tag);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onCommandComplete(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
