package io.pgdouble.message;

/**
 * The piece ends.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Stream Stop}.
 */
public record LogicalStreamStop() implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'E';

  static LogicalStreamStop read(BodyReader in) {
    LogicalStreamStop payload = new LogicalStreamStop();
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    // The kind says it all.
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
