package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * A frontend on a plain socket, which sends exactly what it is told and shows exactly what arrives.
 *
 * <p>What is sent is gathered and written at once, as a pipelining frontend does, before anything
 * is awaited. That a peer closed shows when its last byte has been read, whether by FIN or RST:
 * which of the two it is depends on what the peer's kernel had not yet read.
 */
final class Frontend implements AutoCloseable {

  private static final Duration BETWEEN_PIECES = Duration.ofMillis(1);
  private static final int LARGEST_MESSAGE = 1 << 30;

  /** Null if the connection was refused. */
  private SocketLine line;

  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private final Deque<String> negotiations = new ArrayDeque<>();
  private final ArrivedBytes arrived = new ArrivedBytes();
  private List<Integer> pieces = List.of();
  private boolean refused;
  private boolean open = true;
  private boolean peerClosed;

  Frontend(SocketAddress address) {
    try {
      line = SocketLine.to(address);
    } catch (IOException e) {
      refused = true;
      peerClosed = true;
    }
  }

  boolean isRefused() {
    return refused;
  }

  boolean isOpen() {
    return open && !refused && !peerClosed;
  }

  void send(Outgoing outgoing, Symbols symbols) {
    gathered.writeBytes(outgoing.bytes(symbols));
    switch (outgoing.name()) {
      case "SSLRequest" -> negotiations.add("SSLResponse");
      case "GSSENCRequest" -> negotiations.add("GSSENCResponse");
      default -> {}
    }
  }

  void send(byte[] bytes) {
    gathered.writeBytes(bytes);
  }

  void split(List<Integer> sizes) {
    write();
    pieces = sizes;
  }

  /** Writes what has been gathered; a peer that no longer reads shows when it is read from. */
  void write() {
    byte[] bytes = gathered.toByteArray();
    gathered.reset();
    List<Integer> sizes = pieces.isEmpty() ? List.of(Integer.MAX_VALUE) : pieces;
    pieces = List.of();
    try {
      writePieces(bytes, sizes);
    } catch (IOException e) {
      peerMayHaveClosed();
    }
  }

  private void writePieces(byte[] bytes, List<Integer> sizes) throws IOException {
    if (bytes.length == 0 || line == null) {
      return;
    }
    int at = 0;
    for (int i = 0; at < bytes.length; i++) {
      int size = Math.min(sizes.get(Math.min(i, sizes.size() - 1)), bytes.length - at);
      line.write(ByteBuffer.wrap(bytes, at, size));
      at += size;
      if (at < bytes.length) {
        sleep(BETWEEN_PIECES);
      }
    }
  }

  /** A broken pipe says only that nothing more can be sent; what has arrived is still there. */
  private void peerMayHaveClosed() {
    gathered.reset();
  }

  /**
   * Writes what has been gathered and reads until something has come, or the end, or for so long.
   *
   * @return at least one crossing; the last is the one awaited, {@code Closed} or {@code TimedOut}
   */
  List<Crossing> until(Predicate<Crossing> last, Duration limit) {
    write();
    long deadline = System.nanoTime() + limit.toNanos();
    List<Crossing> crossings = new ArrayList<>();
    Crossing next;
    do {
      next = next(deadline);
      crossings.add(next);
    } while (!isFinal(next) && !last.test(next));
    return crossings;
  }

  private static boolean isFinal(Crossing crossing) {
    return crossing instanceof Crossing.Closed || crossing instanceof Crossing.TimedOut;
  }

  private Crossing next(long deadline) {
    while (!isComplete()) {
      if (peerClosed) {
        return arrived.size() > 0
            ? new Crossing.Fragment(arrived.takeAll())
            : new Crossing.Closed();
      }
      if (!fill(deadline)) {
        return new Crossing.TimedOut();
      }
    }
    return takeComplete();
  }

  private boolean isComplete() {
    if (!negotiations.isEmpty()) {
      return arrived.size() >= 1;
    }
    if (arrived.size() < 5) {
      return false;
    }
    int length = arrived.lengthWord();
    boolean impossible = length < 4 || length > LARGEST_MESSAGE;
    return impossible || arrived.size() >= length + 1;
  }

  private Crossing takeComplete() {
    if (!negotiations.isEmpty()) {
      String name = negotiations.remove();
      return new Crossing.NegotiationAnswer(name, arrived.take(1)[0]);
    }
    int length = arrived.lengthWord();
    if (length < 4 || length > LARGEST_MESSAGE) {
      return new Crossing.Fragment(arrived.takeAll());
    }
    byte[] message = arrived.take(length + 1);
    byte[] body = Arrays.copyOfRange(message, 5, message.length);
    return new Crossing.Message(Direction.BACKEND, message[0], body);
  }

  /** Reads what is there, or waits for it; false if nothing came in time. */
  private boolean fill(long deadline) {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      return false;
    }
    try {
      int count = arrived.readFrom(line, left);
      peerClosed = count < 0;
      return count != 0;
    } catch (IOException e) {
      peerClosed = true;
      return true;
    }
  }

  void end(Ending ending) {
    if (refused) {
      return;
    }
    write();
    try {
      switch (ending) {
        case CLOSE -> close();
        case SHUTDOWN -> line.shutdownOutput();
        case RESET -> {
          line.reset();
          close();
        }
      }
    } catch (IOException e) {
      peerClosed = true;
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      if (line != null) {
        line.close();
      }
    } catch (IOException e) {
      peerClosed = true;
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a case was played", e);
    }
  }
}
