package io.pgdouble.replay;

import io.pgdouble.error.ReportedError;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Conversion;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Notation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Messages whose strings keep the bytes they have on the wire, a character for each: so that what
 * was recorded in any encoding is answered to the byte.
 */
public final class RawText {
  /** One byte is one character. */
  public static final ClientEncoding ENCODING =
      new ClientEncoding("SQL_ASCII", StandardCharsets.ISO_8859_1, Conversion.NONE);

  private static final int HEADER_BYTES = 5;
  private static final int PROTOCOL_3_0 = 3 << 16;

  private RawText() {}

  static FrontendMessage frontend(Crossing.Message message) {
    return MessageDictionary.decode((char) message.type(), message.body(), ENCODING);
  }

  /** Empty where it is no message that a server can send. */
  static Optional<BackendMessage> backend(Crossing.Message message) {
    try {
      BodyReader in = new BodyReader(message.body(), ENCODING);
      return Optional.of(MessageDictionary.backend((char) message.type(), in));
    } catch (ReportedError e) {
      return Optional.empty();
    }
  }

  /** The message as a line of a trace has it, without its length. */
  static String brief(FrontendMessage message) {
    BytesWriter out = new BytesWriter();
    out.encoding(ENCODING);
    out.frontend(message);
    byte[] body = Arrays.copyOfRange(out.array(), HEADER_BYTES, out.length());
    return new Crossing.Message(Direction.FRONTEND, (byte) message.type(), body)
        .line(Notation.PLAIN)
        .brief();
  }

  static byte[] body(FrontendMessage message) {
    BytesWriter out = new BytesWriter();
    out.encoding(ENCODING);
    message.write(out);
    return out.toByteArray();
  }

  static byte[] body(BackendMessage message) {
    BytesWriter out = new BytesWriter();
    out.encoding(ENCODING);
    message.write(out);
    return out.toByteArray();
  }

  /** The body of a StartupMessage of protocol 3.0. */
  static byte[] startup(String user, String database, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("user", user);
    all.put("database", database);
    all.putAll(parameters);
    BytesWriter out = new BytesWriter();
    out.encoding(ENCODING);
    out.int32(PROTOCOL_3_0);
    all.forEach(
        (name, value) -> {
          out.string(name);
          out.string(value);
        });
    out.byte1(0);
    return out.toByteArray();
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
