package io.pgdouble.engine.sql;

import io.pgdouble.reference.Reference;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The raw parser of a real server, alone. In a failed transaction the server parses a query string
 * before it says {@code 25P02}: so a string it cannot parse is told from one it can, and nothing is
 * looked up or run.
 */
final class RawParserOfReference implements AutoCloseable {
  /** What is said of a string that was parsed, in or after a failed transaction. */
  private static final Set<String> PARSED = Set.of("25P02", "25P01", "3B001");

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private char status;

  RawParserOfReference(Reference server) throws IOException {
    this.socket = new Socket(server.host(), server.port());
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(socket.getOutputStream());
    startup();
  }

  private void startup() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(body);
    fields.writeInt(196608);
    for (String field : List.of("user", "postgres", "database", "postgres", "")) {
      fields.write(field.getBytes(StandardCharsets.UTF_8));
      fields.write(0);
    }
    out.writeInt(body.size() + 4);
    out.write(body.toByteArray());
    answers();
  }

  /** The reports the raw parser gives of a query string: notices first, an error last, if any. */
  List<String> reports(String sql) throws IOException {
    if (status != 'E') {
      query("BEGIN");
      query("SELECT 1/0");
    }
    return query(sql).stream().filter(report -> !PARSED.contains(code(report))).toList();
  }

  private static String code(String report) {
    return report.substring(2, 7);
  }

  /** Runs a query as it is. */
  List<String> query(String sql) throws IOException {
    byte[] text = sql.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(message);
    fields.writeByte('Q');
    fields.writeInt(text.length + 5);
    fields.write(text);
    fields.writeByte(0);
    out.write(message.toByteArray());
    return answers();
  }

  private List<String> answers() throws IOException {
    List<String> reports = new ArrayList<>();
    while (true) {
      int type = in.read();
      if (type < 0) {
        throw new EOFException("the reference closed the connection");
      }
      byte[] body = in.readNBytes(in.readInt() - 4);
      if (type == 'E' || type == 'N') {
        reports.add((char) type + " " + fields(body));
      } else if (type == 'Z') {
        status = (char) body[0];
        return reports;
      }
    }
  }

  private static String fields(byte[] body) {
    Map<Character, String> fields = new HashMap<>();
    for (String field : new String(body, StandardCharsets.UTF_8).split("\0")) {
      fields.put(
          field.isEmpty() ? ' ' : field.charAt(0), field.isEmpty() ? "" : field.substring(1));
    }
    String text = fields.get('C') + " " + fields.get('M');
    text += fields.containsKey('P') ? " @" + fields.get('P') : "";
    text += fields.containsKey('D') ? " DETAIL " + fields.get('D') : "";
    return text + (fields.containsKey('H') ? " HINT " + fields.get('H') : "");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
