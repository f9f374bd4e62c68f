package io.pgdouble.postmaster;

import io.pgdouble.message.BackendKeyData;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.CancelRequest;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.Query;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.StartupPacket;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** A frontend that says exactly what a test wants and reads exactly what comes. */
final class RawFrontend implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;

  RawFrontend(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(10_000);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A frontend with a session. */
  static RawFrontend inSession(int port) {
    RawFrontend frontend = new RawFrontend(port);
    frontend.start("user", "postgres");
    frontend.untilReady();
    return frontend;
  }

  void start(String... namesAndValues) {
    send(StartupMessage.of(3, 0, namesAndValues));
  }

  void send(StartupPacket packet) {
    BytesWriter out = new BytesWriter();
    out.startup(packet);
    write(out.toByteArray());
  }

  void send(FrontendMessage... messages) {
    BytesWriter out = new BytesWriter();
    for (FrontendMessage message : messages) {
      out.frontend(message);
    }
    write(out.toByteArray());
  }

  void query(String text) {
    send(new Query(text));
  }

  void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void timeout(int millis) {
    try {
      socket.setSoTimeout(millis);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  int remotePort() {
    return socket.getPort();
  }

  int localPort() {
    return socket.getLocalPort();
  }

  void shutdownOutput() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the connection with RST. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    close();
  }

  int readByte() throws IOException {
    return in.read();
  }

  BackendMessage read() {
    try {
      char type = (char) in.readUnsignedByte();
      int length = in.readInt() - 4;
      byte[] body = in.readNBytes(length); // The words of protocol 2 begin with a great length.
      if (body.length < length) {
        throw new EOFException();
      }
      return MessageDictionary.backend(type, new BodyReader(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything up to and with the next ReadyForQuery. */
  List<BackendMessage> untilReady() {
    List<BackendMessage> messages = new ArrayList<>();
    do {
      messages.add(read());
    } while (!(messages.get(messages.size() - 1) instanceof ReadyForQuery));
    return messages;
  }

  /** Everything up to the end of the connection. */
  List<BackendMessage> untilEnd() {
    List<BackendMessage> messages = new ArrayList<>();
    try {
      while (true) {
        messages.add(read());
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof EOFException || e.getCause() instanceof SocketException) {
        return messages;
      }
      throw e;
    }
  }

  /** The key of a session that is being started. */
  static BackendKeyData key(List<BackendMessage> greeting) {
    return greeting.stream()
        .filter(BackendKeyData.class::isInstance)
        .map(BackendKeyData.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Sends a cancel request on a connection of its own and answers what comes back: nothing. */
  static List<BackendMessage> cancel(int port, int pid, byte[] key) {
    try (RawFrontend frontend = new RawFrontend(port)) {
      frontend.send(new CancelRequest(pid, key));
      return frontend.untilEnd();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
