package io.pgdouble.relay;

import io.pgdouble.message.Bind;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Conversion;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.ObjectIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which OIDs the objects of users have now that had others when a recording was made: known by what
 * came in the same places of answers, and put in place where a frontend says them again.
 */
final class ReplayedOids {
  private static final ClientEncoding RAW =
      new ClientEncoding("SQL_ASCII", StandardCharsets.ISO_8859_1, Conversion.NONE);

  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{5,10}\\b");

  private final ObjectIds recorded = new ObjectIds();
  private final ObjectIds live = new ObjectIds();
  private final Map<Integer, Integer> now = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /** The OIDs in what a backend said when it was recorded. */
  List<Integer> before(String connection, Crossing recordedOne) {
    return recorded.in(connection, recordedOne);
  }

  /** The OIDs in what came. */
  List<Integer> came(String connection, Crossing liveOne) {
    return live.in(connection, liveOne);
  }

  /** They stand in the same places of the same message. */
  void learn(List<Integer> then, List<Integer> these) {
    if (then.size() != these.size()) {
      return;
    }
    for (int i = 0; i < then.size(); i++) {
      if (ObjectIds.isOfUser(then.get(i)) && ObjectIds.isOfUser(these.get(i))) {
        now.put(then.get(i), these.get(i));
      }
    }
  }

  /**
   * The body of a frontend's message with the OIDs of now.
   *
   * @param message as it was recorded, but for process ids
   */
  byte[] said(String connection, Crossing.Message message) {
    FrontendMessage decoded = MessageDictionary.decode((char) message.type(), message.body(), RAW);
    Optional<FrontendMessage> changed = Optional.empty();
    if (decoded instanceof Query query) {
      changed = Optional.of(new Query(text(query.query())));
    } else if (decoded instanceof Parse parse) {
      texts.put(connection + " " + parse.statement(), parse.query());
      changed =
          Optional.of(
              new Parse(parse.statement(), text(parse.query()), types(parse.parameterTypes())));
    } else if (decoded instanceof Bind bind) {
      String text = texts.getOrDefault(connection + " " + bind.statement(), "");
      changed = ObjectIds.areIn(text) ? Optional.of(bind(bind)) : Optional.empty();
    } else if (decoded instanceof FunctionCall call) {
      changed =
          Optional.of(
              new FunctionCall(
                  oid(call.function()),
                  call.argumentFormats(),
                  call.arguments(),
                  call.resultFormat()));
    }
    byte[] said = changed.map(ReplayedOids::body).orElse(message.body());
    recorded.in(connection, message);
    live.in(connection, new Crossing.Message(message.direction(), message.type(), said));
    return said;
  }

  private static byte[] body(FrontendMessage message) {
    BytesWriter out = new BytesWriter();
    out.encoding(RAW);
    message.write(out);
    return out.toByteArray();
  }

  private int oid(int then) {
    return now.getOrDefault(then, then);
  }

  private int[] types(int... then) {
    int[] types = then.clone();
    for (int i = 0; i < types.length; i++) {
      types[i] = oid(types[i]);
    }
    return types;
  }

  private String text(String then) {
    return ObjectIds.areIn(then) ? digits(then) : then;
  }

  private String digits(String then) {
    return NUMBER
        .matcher(then)
        .replaceAll(
            found ->
                Optional.ofNullable(now.get((int) Long.parseLong(found.group())))
                    .map(Integer::toUnsignedString)
                    .orElse(found.group()));
  }

  private Bind bind(Bind then) {
    byte[][] values = then.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null ? null : value(values[i]);
    }
    return new Bind(
        then.portal(), then.statement(), then.parameterFormats(), values, then.resultFormats());
  }

  /** As digits, or in binary with four bytes or eight. */
  private byte[] value(byte[] then) {
    String text = new String(then, StandardCharsets.ISO_8859_1);
    if (text.matches("[0-9{}, ]+")) {
      return digits(text).getBytes(StandardCharsets.ISO_8859_1);
    }
    if (then.length == Integer.BYTES) {
      int oid = ByteBuffer.wrap(then).getInt();
      return ByteBuffer.allocate(Integer.BYTES).putInt(oid(oid)).array();
    }
    if (then.length == Long.BYTES && ByteBuffer.wrap(then).getInt() == 0) {
      int oid = ByteBuffer.wrap(then).getInt(Integer.BYTES);
      return ByteBuffer.allocate(Long.BYTES).putInt(0).putInt(oid(oid)).array();
    }
    return then;
  }
}
