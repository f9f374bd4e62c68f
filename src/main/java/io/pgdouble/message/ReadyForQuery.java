package io.pgdouble.message;

/**
 * The backend waits for the next command.
 *
 * <p>Manual: {@code message-formats § ReadyForQuery}.
 *
 * @param status {@code I} idle, {@code T} in a transaction block, {@code E} in a failed one
 */
public record ReadyForQuery(char status) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'Z';

  /** Not in a transaction block. */
  public static final ReadyForQuery IDLE = new ReadyForQuery('I');

  /** In a transaction block. */
  public static final ReadyForQuery IN_TRANSACTION = new ReadyForQuery('T');

  /** In a failed transaction block: all but its end is refused. */
  public static final ReadyForQuery IN_FAILED_TRANSACTION = new ReadyForQuery('E');

  static ReadyForQuery read(BodyReader in) {
    char status = (char) in.byte1();
    in.end();
    return new ReadyForQuery(status);
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.byte1(status);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onReadyForQuery(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
