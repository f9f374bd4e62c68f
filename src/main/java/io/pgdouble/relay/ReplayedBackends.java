package io.pgdouble.relay;

import io.pgdouble.message.Bind;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Conversion;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MessageDictionary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which backend plays which recorded one: their process ids and keys take each other's place. */
final class ReplayedBackends {
  private static final ClientEncoding RAW =
      new ClientEncoding("SQL_ASCII", StandardCharsets.ISO_8859_1, Conversion.NONE);

  private final Map<Integer, ReplayedConnection> players = new HashMap<>();

  /**
   * A connection has, or is about to have, such a backend.
   *
   * @param recorded the body of the recorded BackendKeyData
   */
  void plays(byte[] recorded, ReplayedConnection connection) {
    if (recorded.length >= Integer.BYTES) {
      players.put(ByteBuffer.wrap(recorded).getInt(), connection);
    }
  }

  /** What the backend told that plays this one: its process id and its key. */
  Optional<byte[]> keyFor(int recorded) {
    return Optional.ofNullable(players.get(recorded))
        .map(ReplayedConnection::key)
        .filter(key -> key.length > Integer.BYTES);
  }

  /** A Bind whose values name the process ids of those who play now. */
  byte[] bind(byte[] body) {
    FrontendMessage decoded = MessageDictionary.decode(Bind.TYPE, body, RAW);
    if (!(decoded instanceof Bind bind)) {
      return body;
    }
    byte[][] values = bind.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null ? null : live(values[i]);
    }
    BytesWriter out = new BytesWriter();
    out.encoding(RAW);
    new Bind(bind.portal(), bind.statement(), bind.parameterFormats(), values, bind.resultFormats())
        .write(out);
    return out.toByteArray();
  }

  private byte[] live(byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    if (!text.matches("\\d{9,10}")) {
      return value;
    }
    long number = Long.parseLong(text);
    return keyFor((int) number)
        .map(key -> Integer.toString(ByteBuffer.wrap(key).getInt()))
        .map(pid -> pid.getBytes(StandardCharsets.US_ASCII))
        .orElse(value);
  }
}
