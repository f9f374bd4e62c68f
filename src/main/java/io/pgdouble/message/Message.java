package io.pgdouble.message;

/**
 * Anything that crosses the wire as a unit. Two messages are equal when they are of one kind and
 * their bytes are the same.
 */
public sealed interface Message permits FrontendMessage, BackendMessage, StartupPacket, Payload {
  /**
   * Writes the body, field by field in wire order: as bytes with a {@link BytesWriter}, as readable
   * columns with a {@link TextWriter}.
   */
  void write(BodyWriter out);
}
