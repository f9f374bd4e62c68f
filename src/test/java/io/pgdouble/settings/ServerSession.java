package io.pgdouble.settings;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A session on the real server that tells everything it says, a line for each message. */
final class ServerSession implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /** What the session's start told. */
  final List<ParameterReport> startupReports = new ArrayList<>();

  private final List<String> lines = new ArrayList<>();

  ServerSession(String... parameters) {
    try {
      Reference server = SharedReference.get();
      socket = new Socket(server.host(), server.port());
      socket.setTcpNoDelay(true);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      start(parameters);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(String[] parameters) throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> all = new ArrayList<>(List.of("user", "postgres", "database", "postgres"));
    all.addAll(List.of(parameters));
    all.forEach(word -> text.append(word).append('\0'));
    byte[] body = text.append('\0').toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer packet = ByteBuffer.allocate(body.length + 8);
    packet.putInt(body.length + 8).putInt(3 << 16).put(body);
    out.write(packet.array());
    out.flush();
    untilReady();
    for (String line : lines) {
      if (line.startsWith("S ")) {
        String[] pair = line.substring(2).split("=", 2);
        startupReports.add(new ParameterReport(pair[0], pair[1]));
      }
    }
  }

  /** What the server said last. */
  List<String> lastLines() {
    return List.copyOf(lines);
  }

  /** Runs one statement; ParameterStatus, notices, errors and rows come back as lines. */
  List<String> run(String sql) {
    return runAll(List.of(sql)).get(0);
  }

  /** Runs statements one after the other, sent without waiting for the answers. */
  List<List<String>> runAll(List<String> statements) {
    try {
      for (String sql : statements) {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        out.writeByte('Q');
        out.writeInt(text.length + 5);
        out.write(text);
        out.writeByte(0);
      }
      out.flush();
      List<List<String>> answers = new ArrayList<>();
      for (int i = 0; i < statements.size(); i++) {
        untilReady();
        answers.add(List.copyOf(lines));
      }
      return answers;
    } catch (IOException e) {
      throw new IllegalStateException("after " + lines, e);
    }
  }

  private void untilReady() throws IOException {
    lines.clear();
    for (int type = in.read(); type != 'Z'; type = in.read()) {
      if (type < 0) {
        return;
      }
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      read((char) type, ByteBuffer.wrap(body));
    }
    in.skipNBytes(5);
  }

  private void read(char type, ByteBuffer body) {
    switch (type) {
      case 'S' -> lines.add("S " + string(body) + "=" + string(body));
      case 'E' -> lines.add("E " + report(body));
      case 'N' -> lines.add("N " + report(body));
      case 'D' -> lines.add("D " + row(body));
      default -> {}
    }
  }

  private static String string(ByteBuffer body) {
    int start = body.position();
    while (body.get() != 0) {
      // Until the string's end.
    }
    return new String(body.array(), start, body.position() - start - 1, StandardCharsets.UTF_8);
  }

  private static String report(ByteBuffer body) {
    Map<Character, String> fields = new TreeMap<>();
    for (char field = (char) body.get(); field != 0; field = (char) body.get()) {
      fields.put(field, string(body));
    }
    return fields.get('S')
        + "|"
        + fields.get('C')
        + "|"
        + fields.get('M')
        + "|"
        + fields.getOrDefault('D', "")
        + "|"
        + fields.getOrDefault('H', "");
  }

  private static String row(ByteBuffer body) {
    List<String> values = new ArrayList<>();
    for (int i = body.getShort(); i > 0; i--) {
      int length = body.getInt();
      byte[] value = new byte[Math.max(length, 0)];
      body.get(value);
      values.add(length < 0 ? "<null>" : new String(value, StandardCharsets.UTF_8));
    }
    return String.join("|", values);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
