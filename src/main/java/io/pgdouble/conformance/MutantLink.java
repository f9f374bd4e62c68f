package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through a fault: two threads, each reading one end message by message. */
final class MutantLink implements Fault.Ends {

  private static final int MAX_STARTUP_PACKET_LENGTH = 10000;
  private static final int LARGEST_MESSAGE = 1 << 30;
  private static final int SSL_REQUEST = 1234 << 16 | 5679;
  private static final int GSSENC_REQUEST = 1234 << 16 | 5680;

  private final Socket frontend;
  private final Socket backend;
  private final Fault fault;
  private final AtomicInteger negotiations = new AtomicInteger();

  MutantLink(Socket frontend, Socket backend, Fault fault) throws IOException {
    this.frontend = frontend;
    this.backend = backend;
    this.fault = fault;
    frontend.setTcpNoDelay(true);
    backend.setTcpNoDelay(true);
  }

  /** Runs until the frontend sends no more; what is not framed as it should be passes as it is. */
  void pumpFrontend() {
    try {
      readAll(new DataInputStream(frontend.getInputStream()));
    } catch (IOException | UncheckedIOException e) {
      shutdown(backend);
      return;
    }
    shutdown(backend);
  }

  private void readAll(DataInputStream in) throws IOException {
    if (readStartup(in)) {
      for (int type = in.read(); type >= 0; type = in.read()) {
        readMessage(in, (byte) type);
      }
    }
  }

  /** False if what came was no startup packet, and has been passed on to its end. */
  private boolean readStartup(DataInputStream in) throws IOException {
    while (true) {
      int length = in.readInt();
      byte[] head = ByteBuffer.allocate(4).putInt(length).array();
      if (length < 8 || length > MAX_STARTUP_PACKET_LENGTH) {
        toBackend(head);
        passAll(in);
        return false;
      }
      byte[] packet = new byte[length];
      System.arraycopy(head, 0, packet, 0, 4);
      in.readFully(packet, 4, length - 4);
      int code = ByteBuffer.wrap(packet, 4, 4).getInt();
      boolean negotiation = code == SSL_REQUEST || code == GSSENC_REQUEST;
      negotiations.addAndGet(negotiation ? 1 : 0);
      fault.startup(packet, code, this);
      if (!negotiation) {
        return true;
      }
    }
  }

  private void passAll(DataInputStream in) throws IOException {
    byte[] buffer = new byte[1024];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      toBackend(Arrays.copyOf(buffer, count));
    }
  }

  private void readMessage(DataInputStream in, byte type) throws IOException {
    int length = in.readInt();
    if (length < 4 || length > LARGEST_MESSAGE) {
      toBackend(ByteBuffer.allocate(5).put(type).putInt(length).array());
      passAll(in);
      return;
    }
    byte[] body = in.readNBytes(length - 4);
    if (body.length < length - 4) {
      toBackend(ByteBuffer.allocate(5 + body.length).put(type).putInt(length).put(body).array());
      return;
    }
    fault.frontend(new Crossing.Message(Direction.FRONTEND, type, body), this);
  }

  /** Runs until the backend sends no more. */
  void pumpBackend() {
    try {
      DataInputStream in = new DataInputStream(backend.getInputStream());
      for (int type = in.read(); type >= 0; type = in.read()) {
        readAnswer(in, (byte) type);
      }
    } catch (IOException | UncheckedIOException e) {
      closeBoth();
      return;
    }
    closeBoth();
  }

  private void readAnswer(DataInputStream in, byte type) throws IOException {
    if (negotiations.get() > 0) {
      negotiations.decrementAndGet();
      fault.negotiationAnswer(type, this);
      return;
    }
    int length = in.readInt();
    if (length < 4 || length > LARGEST_MESSAGE) {
      toFrontend(ByteBuffer.allocate(5).put(type).putInt(length).array());
      toFrontend(in.readAllBytes());
      return;
    }
    byte[] body = in.readNBytes(length - 4);
    fault.backend(new Crossing.Message(Direction.BACKEND, type, body), this);
  }

  @Override
  public void toFrontend(Crossing.Message message) {
    write(frontend, bytes(message));
  }

  @Override
  public void toBackend(Crossing.Message message) {
    write(backend, bytes(message));
  }

  @Override
  public void toFrontend(byte[] bytes) {
    write(frontend, bytes);
  }

  @Override
  public void toBackend(byte[] bytes) {
    write(backend, bytes);
  }

  @Override
  public void close() {
    closeBoth();
  }

  private static byte[] bytes(Crossing.Message message) {
    int length = message.body().length + 4;
    ByteBuffer bytes = ByteBuffer.allocate(length + 1);
    return bytes.put(message.type()).putInt(length).put(message.body()).array();
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      synchronized (socket) {
        out.write(bytes);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void shutdown(Socket socket) {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      close(socket);
    }
  }

  private void closeBoth() {
    close(frontend);
    close(backend);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
