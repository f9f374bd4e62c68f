package io.pgdouble.type;

import io.pgdouble.reference.SharedReference;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Asks a real server for values, through the extended protocol and without any driver: {@code
 * SELECT $1} with a parameter of a type, answered in text and in binary.
 */
final class ReferenceValues implements AutoCloseable {
  private static final int PROTOCOL_3_0 = 196_608;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  ReferenceValues(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream()));
    Body startup = new Body().int32(PROTOCOL_3_0);
    for (String word : List.of("user", "postgres", "database", "postgres", "")) {
      startup.string(word);
    }
    byte[] bytes = startup.bytes();
    out.writeInt(bytes.length + 4);
    out.write(bytes);
    out.flush();
    Answer answer = read();
    if (!answer.sqlState().isEmpty()) {
      throw new IOException(answer.toString());
    }
  }

  /** A session on the reference that all tests of this JVM share. */
  static ReferenceValues open() throws IOException {
    return new ReferenceValues(SharedReference.get().host(), SharedReference.get().port());
  }

  /** Runs statements whose results do not matter. */
  void run(String sql) throws IOException {
    message('Q', new Body().string(sql));
    Answer answer = read();
    if (!answer.sqlState().isEmpty()) {
      throw new IOException(sql + ": " + answer);
    }
  }

  /** The value a text is for a type. */
  Answer ask(int oid, String text) throws IOException {
    return ask(oid, 0, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The value a binary body is for a type. */
  Answer askBinary(int oid, byte[] body) throws IOException {
    return ask(oid, 1, body);
  }

  private Answer ask(int oid, int format, byte[] parameter) throws IOException {
    message('P', new Body().string("").string("SELECT $1").int16(1).int32(oid));
    for (int resultFormat = 0; resultFormat <= 1; resultFormat++) {
      Body bind = new Body().string("").string("").int16(1).int16(format);
      bind.int16(1).int32(parameter.length).raw(parameter);
      message('B', bind.int16(1).int16(resultFormat));
      message('E', new Body().string("").int32(0));
    }
    message('S', new Body());
    return read();
  }

  /** The first column of the one row a query gives, as text. */
  Answer query(String sql) throws IOException {
    message('Q', new Body().string(sql));
    return read();
  }

  private void message(char type, Body body) throws IOException {
    byte[] bytes = body.bytes();
    pending.write(type);
    pending.write(new Body().int32(bytes.length + 4).bytes());
    pending.write(bytes);
  }

  private Answer read() throws IOException {
    pending.writeTo(out);
    pending.reset();
    out.flush();
    Answer answer = Answer.NOTHING;
    char type;
    do {
      type = (char) in.readUnsignedByte();
      byte[] body = in.readNBytes(in.readInt() - 4);
      if (type == 'D') {
        byte[] value = column(body);
        answer = value == null ? Answer.NOTHING : answer.withValue(value);
      } else if (type == 'E') {
        answer = error(body);
      }
    } while (type != 'Z');
    return answer;
  }

  private static byte[] column(byte[] row) {
    BinaryReader reader = new BinaryReader(row);
    reader.int16();
    int length = reader.int32();
    return length < 0 ? null : reader.bytes(length);
  }

  private static Answer error(byte[] body) {
    String[] fields = new String[128];
    for (String field : new String(body, StandardCharsets.UTF_8).split("\0")) {
      if (!field.isEmpty()) {
        fields[field.charAt(0)] = field.substring(1);
      }
    }
    return new Answer("", "", fields['C'], fields['M'], fields['D'], fields['H'], where(fields));
  }

  /** Without the line that tells which parameter it was, which is the portal's to add. */
  private static String where(String[] fields) {
    String where = fields['W'];
    if (where == null) {
      return null;
    }
    int portal = where.indexOf("unnamed portal");
    if (portal == 0) {
      return null;
    }
    return portal > 0 ? where.substring(0, portal - 1) : where;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** What became of a value: its two forms, or the complaint. */
  record Answer(
      String text,
      String binary,
      String sqlState,
      String message,
      String detail,
      String hint,
      String where) {
    static final Answer NOTHING = new Answer(null, null, "", null, null, null, null);

    Answer withValue(byte[] value) {
      if (text == null) {
        return new Answer(
            new String(value, StandardCharsets.UTF_8), null, "", null, null, null, null);
      }
      return new Answer(text, HexFormat.of().formatHex(value), "", null, null, null, null);
    }
  }

  /** A message's body. */
  private static final class Body {
    private final BinaryWriter writer = new BinaryWriter(64);

    Body int16(int value) {
      writer.int16(value);
      return this;
    }

    Body int32(int value) {
      writer.int32(value);
      return this;
    }

    Body string(String value) {
      writer.text(value).int8(0);
      return this;
    }

    Body raw(byte[] value) {
      writer.bytes(value);
      return this;
    }

    byte[] bytes() {
      return writer.toBytes();
    }
  }
}
