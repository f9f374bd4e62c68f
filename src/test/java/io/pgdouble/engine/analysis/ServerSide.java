package io.pgdouble.engine.analysis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a real server: Parse, Describe, Bind, Execute, Sync, and writes down what it answers. */
final class ServerSide implements AutoCloseable {
  private static final int PROTOCOL = 3 << 16;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  ServerSide(String host, int port, String user) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(socket.getOutputStream());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeInt(PROTOCOL);
    for (String word : List.of("user", user, "database", "postgres", "")) {
      text(data, word);
    }
    out.writeInt(body.size() + 4);
    body.writeTo(out);
    out.flush();
    readAnswer(new ArrayList<>());
  }

  private static void text(DataOutputStream data, String text) throws IOException {
    data.write(text.getBytes(StandardCharsets.UTF_8));
    data.write(0);
  }

  /** What the server answers to a statement with the texts of its parameters. */
  List<String> answer(String sql, List<String> parameters) throws IOException {
    ByteArrayOutputStream pipeline = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(pipeline);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream message = new DataOutputStream(body);
    text(message, "");
    text(message, sql);
    message.writeShort(0);
    send(data, 'P', body);
    message.write('S');
    text(message, "");
    send(data, 'D', body);
    bind(message, parameters);
    send(data, 'B', body);
    text(message, "");
    message.writeInt(0);
    send(data, 'E', body);
    send(data, 'S', body);
    out.write(pipeline.toByteArray());
    out.flush();
    List<String> answer = new ArrayList<>();
    readAnswer(answer);
    return answer;
  }

  private static void bind(DataOutputStream message, List<String> parameters) throws IOException {
    text(message, "");
    text(message, "");
    message.writeShort(0);
    message.writeShort(parameters.size());
    for (String parameter : parameters) {
      byte[] bytes = parameter.getBytes(StandardCharsets.UTF_8);
      message.writeInt(parameter.equals("NULL") ? -1 : bytes.length);
      message.write(parameter.equals("NULL") ? new byte[0] : bytes);
    }
    message.writeShort(0);
  }

  private static void send(DataOutputStream data, char type, ByteArrayOutputStream body)
      throws IOException {
    data.write(type);
    data.writeInt(body.size() + 4);
    body.writeTo(data);
    body.reset();
  }

  private void readAnswer(List<String> answer) throws IOException {
    String phase = Answers.PARSE;
    while (true) {
      char type = (char) in.readUnsignedByte();
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      ByteBuffer buffer = ByteBuffer.wrap(body);
      switch (type) {
        case '1' -> phase = Answers.BIND;
        case '2' -> phase = Answers.EXECUTE;
        case 't' -> answer.add(parameters(buffer));
        case 'T' -> columns(buffer, answer);
        case 'D' -> answer.add(row(buffer));
        case 'E' -> answer.add(phase + error(buffer));
        case 'R' -> requireTrust(buffer);
        case 'Z' -> {
          return;
        }
        default -> {}
      }
    }
  }

  private static void requireTrust(ByteBuffer buffer) {
    if (buffer.getInt() != 0) {
      throw new IllegalStateException("the reference asks for a password");
    }
  }

  private static String parameters(ByteBuffer buffer) {
    List<Integer> types = new ArrayList<>();
    int count = buffer.getShort();
    for (int i = 0; i < count; i++) {
      types.add(buffer.getInt());
    }
    return "parameters " + types;
  }

  private static void columns(ByteBuffer buffer, List<String> answer) {
    int count = buffer.getShort();
    for (int i = 0; i < count; i++) {
      String name = text(buffer);
      int table = buffer.getInt();
      int attribute = buffer.getShort();
      int type = buffer.getInt();
      int length = buffer.getShort();
      int typmod = buffer.getInt();
      buffer.getShort();
      answer.add(Answers.column(name, List.of(type, typmod, length, table, attribute)));
    }
  }

  private static String text(ByteBuffer buffer) {
    int start = buffer.position();
    while (buffer.get() != 0) {
      // Looks for the end.
    }
    return new String(buffer.array(), start, buffer.position() - start - 1, StandardCharsets.UTF_8);
  }

  private static String row(ByteBuffer buffer) {
    List<String> values = new ArrayList<>();
    int count = buffer.getShort();
    for (int i = 0; i < count; i++) {
      int length = buffer.getInt();
      byte[] value = new byte[Math.max(0, length)];
      buffer.get(value);
      values.add(length < 0 ? "NULL" : "'" + new String(value, StandardCharsets.UTF_8) + "'");
    }
    return "row " + values;
  }

  private static String error(ByteBuffer buffer) {
    String[] fields = {"", "", "", "", ""};
    for (char field = (char) buffer.get(); field != 0; field = (char) buffer.get()) {
      int place = "CMDHP".indexOf(field);
      String value = text(buffer);
      if (place >= 0) {
        fields[place] = value;
      }
    }
    return Answers.error(List.of(fields));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
