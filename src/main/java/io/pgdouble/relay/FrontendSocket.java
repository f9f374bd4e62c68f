package io.pgdouble.relay;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Dissection;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A frontend's end of a connection: sends what it is told, and keeps what arrives. */
final class FrontendSocket implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_BYTES = 64 * 1024;

  private final Socket socket = new Socket();
  private final Dissection dissection = new Dissection();
  private final BlockingQueue<Crossing> arrived = new LinkedBlockingQueue<>();

  /**
   * Connects.
   *
   * @throws RelayException if that fails
   */
  FrontendSocket(InetSocketAddress address) {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, CONNECT_MILLIS);
    } catch (IOException e) {
      throw new RelayException("could not connect to " + address + ": " + e.getMessage(), e);
    }
    Thread reader = new Thread(this::readAll, "replay");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    byte[] buffer = new byte[READ_BYTES];
    try {
      InputStream in = socket.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        arrived.addAll(dissection.backend(Arrays.copyOf(buffer, count)));
      }
    } catch (IOException e) {
      // A reset is an end as well; what arrived before it counts.
    } finally {
      dissection.endOfBackend().ifPresent(arrived::add);
      arrived.add(new Crossing.Closed());
    }
  }

  /** Sends bytes; a peer that reads no more shows where it is read from. */
  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      closeQuietly();
    }
  }

  /** What arrives next; empty if nothing does in time. */
  Optional<Crossing> next(long millis) {
    try {
      return Optional.ofNullable(arrived.poll(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RelayException("interrupted while an answer was awaited", e);
    }
  }

  /** Sends no more. */
  void shutdown() {
    try {
      if (!socket.isClosed()) {
        socket.shutdownOutput();
      }
    } catch (IOException e) {
      closeQuietly();
    }
  }

  /** Ends with RST. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    closeQuietly();
  }

  private void closeQuietly() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be closed.
    }
  }

  @Override
  public void close() {
    closeQuietly();
  }
}
