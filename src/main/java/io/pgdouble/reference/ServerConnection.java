package io.pgdouble.reference;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Just enough of a frontend to ask a reference server questions: protocol 3.0, trust or a password
 * in clear text, simple queries. Kept apart from the message room, so that what is learned does not
 * hang on the code it is to judge.
 */
final class ServerConnection implements AutoCloseable {
  private static final int PROTOCOL_3_0 = 3 << 16;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int AUTHENTICATION_OK = 0;
  private static final int AUTHENTICATION_CLEARTEXT_PASSWORD = 3;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private ServerConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** What a query answered; texts, null where SQL says NULL. */
  record Answer(List<String> columns, List<String[]> rows) {}

  /** Connects. Throws ReferenceException where nobody answers as PostgreSQL does. */
  static ServerConnection open(ReferenceSpec.Address address) {
    try {
      return connect(address);
    } catch (IOException e) {
      throw new ReferenceException(
          "no PostgreSQL answers at " + address.host() + ":" + address.port(), e);
    }
  }

  /** Tries again while a server is still getting ready. */
  static ServerConnection openPatiently(ReferenceSpec.Address address, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        return connect(address);
      } catch (IOException notYet) {
        nap();
      }
    }
    return open(address);
  }

  private static void nap() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReferenceException("interrupted", e);
    }
  }

  private static ServerConnection connect(ReferenceSpec.Address address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      ServerConnection connection = new ServerConnection(socket);
      connection.startUp(address);
      return connection;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void startUp(ReferenceSpec.Address address) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String word : List.of("user", address.user(), "database", address.database(), "")) {
      body.writeBytes(word.getBytes(StandardCharsets.UTF_8));
      body.write(0);
    }
    out.writeInt(body.size() + 8);
    out.writeInt(PROTOCOL_3_0);
    body.writeTo(out);
    out.flush();
    while (startUpAnswer(in.readByte(), body(), address.password())) {
      // Until ReadyForQuery.
    }
  }

  private Body body() throws IOException {
    byte[] bytes = new byte[in.readInt() - 4];
    in.readFully(bytes);
    return new Body(bytes);
  }

  private boolean startUpAnswer(byte type, Body body, Optional<String> password)
      throws IOException {
    switch (type) {
      case 'R' -> authenticate(body.int32(), password);
      case 'S' -> parameters.put(body.string(), body.string());
      case 'E' -> throw new IOException(body.error());
      case 'K', 'N' -> {
        // Nothing is ever cancelled, and notices are not for us.
      }
      case 'Z' -> {
        return false;
      }
      default -> throw new IOException("found message '" + (char) type + "' at the start");
    }
    return true;
  }

  private void authenticate(int request, Optional<String> password) throws IOException {
    if (request == AUTHENTICATION_OK) {
      return;
    }
    if (request != AUTHENTICATION_CLEARTEXT_PASSWORD || password.isEmpty()) {
      throw new IOException(
          "found authentication request "
              + request
              + " (expected: trust, or a cleartext password)");
    }
    send('p', password.get());
  }

  private void send(char type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(type);
    out.writeInt(bytes.length + 5);
    out.write(bytes);
    out.writeByte(0);
    out.flush();
  }

  /** What the server said of a reported setting when the session began. */
  String parameter(String name) {
    return Optional.ofNullable(parameters.get(name))
        .orElseThrow(() -> new ReferenceException("the server reports no " + name));
  }

  /** The names of the reported settings, in the order in which they came. */
  List<String> reportedParameters() {
    return List.copyOf(parameters.keySet());
  }

  /** Runs one statement. Throws ReferenceException with the server's words if it fails. */
  Answer query(String sql) {
    try {
      send('Q', sql);
      return answer();
    } catch (IOException e) {
      throw new ReferenceException("the reference server is gone", e);
    }
  }

  private Answer answer() throws IOException {
    List<String> columns = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (byte type = in.readByte(); type != 'Z'; type = in.readByte()) {
      Body body = body();
      switch (type) {
        case 'T' -> body.columns(columns);
        case 'D' -> rows.add(body.row());
        case 'E' -> errors.add(body.error());
        default -> {
          // Tags, notices and parameters do not matter here.
        }
      }
    }
    body();
    if (!errors.isEmpty()) {
      throw new ReferenceException(errors.get(0));
    }
    return new Answer(columns, rows);
  }

  /**
   * Ends the session and waits until the server has hung up, for by then the session's slot is
   * free: {@code proc_exit} runs {@code shmem_exit} first. Who counts slots next must not find this
   * one.
   */
  @Override
  public void close() {
    try (socket) {
      out.writeByte('X');
      out.writeInt(4);
      out.flush();
      while (in.read() >= 0) {
        // What was still under way is for nobody.
      }
    } catch (IOException alreadyGone) {
      // It was to end, and it has.
    }
  }

  /** A message's body, read from its start to its end. */
  private static final class Body {
    private final ByteBuffer bytes;

    Body(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    int int32() {
      return bytes.getInt();
    }

    String string() {
      int start = bytes.position();
      int end = start;
      while (bytes.get(end) != 0) {
        end++;
      }
      bytes.position(end + 1);
      return new String(bytes.array(), start, end - start, StandardCharsets.UTF_8);
    }

    void columns(List<String> names) {
      names.clear();
      for (int i = bytes.getShort(); i > 0; i--) {
        names.add(string());
        bytes.position(bytes.position() + 18);
      }
    }

    String[] row() {
      String[] values = new String[bytes.getShort()];
      for (int i = 0; i < values.length; i++) {
        int length = bytes.getInt();
        if (length >= 0) {
          values[i] = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
          bytes.position(bytes.position() + length);
        }
      }
      return values;
    }

    /** Severity, code and text of an ErrorResponse. */
    String error() {
      Map<Character, String> fields = new LinkedHashMap<>();
      for (char field = (char) bytes.get(); field != 0; field = (char) bytes.get()) {
        fields.put(field, string());
      }
      return fields.get('S') + " " + fields.get('C') + ": " + fields.get('M');
    }
  }
}
