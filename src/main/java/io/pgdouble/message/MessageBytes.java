package io.pgdouble.message;

import java.util.Arrays;

/** Messages as their bytes, which is also how they are compared. */
public final class MessageBytes {
  private MessageBytes() {}

  /** The whole message: type, length, body. */
  public static byte[] ofFrontend(FrontendMessage message) {
    BytesWriter out = new BytesWriter();
    out.frontend(message);
    return out.toByteArray();
  }

  /** The whole message: type, length, body. */
  public static byte[] ofBackend(BackendMessage message) {
    BytesWriter out = new BytesWriter();
    out.backend(message);
    return out.toByteArray();
  }

  /** The whole packet: length, body. */
  public static byte[] ofStartup(StartupPacket packet) {
    BytesWriter out = new BytesWriter();
    out.startup(packet);
    return out.toByteArray();
  }

  /** The body alone. */
  public static byte[] body(Message message) {
    BytesWriter out = new BytesWriter();
    message.write(out);
    return out.toByteArray();
  }

  /** Whether two messages of one kind have the same bytes. */
  static boolean same(Message one, Message other) {
    return one == other || Arrays.equals(body(one), body(other));
  }

  static int hash(Message message) {
    return 31 * message.getClass().getSimpleName().hashCode() + Arrays.hashCode(body(message));
  }
}
