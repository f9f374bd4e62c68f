package io.pgdouble.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of one connection, cut into what crossed it, however they arrive. Bytes that are no
 * message are kept until the end of their direction and shown as they are.
 */
public final class Dissection {
  private static final int MAX_STARTUP_PACKET_LENGTH = 10_000;
  private static final int LARGEST_MESSAGE = 1 << 30;
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final int PROTOCOL_3 = 3;

  /** So many bytes that nobody understands are not kept together any longer. */
  private static final int GREAT = 64 * 1024;

  private final Deque<String> negotiations = new ArrayDeque<>();
  private final Bytes frontend = new Bytes();
  private final Bytes backend = new Bytes();
  private Reading fromFrontend = Reading.STARTUP;
  private Reading fromBackend = Reading.MESSAGES;
  private boolean encrypted;

  private enum Reading {
    STARTUP,
    MESSAGES,
    /** Nothing further can be understood. */
    LOST
  }

  /** Bytes that have not been understood yet. */
  private static final class Bytes {
    private byte[] bytes = new byte[1024];
    private int start;
    private int end;

    void add(byte[] more) {
      if (end + more.length > bytes.length) {
        byte[] next = new byte[Math.max(bytes.length, 2 * (size() + more.length))];
        System.arraycopy(bytes, start, next, 0, size());
        end = size();
        start = 0;
        bytes = next;
      }
      System.arraycopy(more, 0, bytes, end, more.length);
      end += more.length;
    }

    int size() {
      return end - start;
    }

    boolean isGreat() {
      return size() >= GREAT;
    }

    byte at(int offset) {
      return bytes[start + offset];
    }

    int int32(int offset) {
      return (at(offset) & 0xff) << 24
          | (at(offset + 1) & 0xff) << 16
          | (at(offset + 2) & 0xff) << 8
          | (at(offset + 3) & 0xff);
    }

    byte[] take(int count) {
      start += count;
      return Arrays.copyOfRange(bytes, start - count, start);
    }
  }

  /** Whether the two began to speak TLS: what follows is bytes that nobody can read. */
  public boolean isEncrypted() {
    return encrypted;
  }

  /** More bytes from the frontend. */
  public List<Crossing> frontend(byte[] bytes) {
    frontend.add(bytes);
    List<Crossing> crossed = new ArrayList<>();
    Optional<Crossing> next = nextOfFrontend();
    while (next.isPresent()) {
      crossed.add(next.get());
      next = nextOfFrontend();
    }
    return crossed;
  }

  private Optional<Crossing> nextOfFrontend() {
    return switch (fromFrontend) {
      case STARTUP -> startup();
      case MESSAGES -> message(Direction.FRONTEND, frontend);
      case LOST -> frontend.isGreat() ? endOfFrontend() : Optional.empty();
    };
  }

  private Optional<Crossing> startup() {
    if (frontend.size() > 0 && frontend.at(0) == TLS_HANDSHAKE) {
      encrypted = true;
      fromFrontend = Reading.LOST;
      fromBackend = Reading.LOST;
    }
    if (frontend.size() < Integer.BYTES || fromFrontend == Reading.LOST) {
      return Optional.empty();
    }
    int length = frontend.int32(0);
    if (length < 2 * Integer.BYTES || length > MAX_STARTUP_PACKET_LENGTH) {
      fromFrontend = Reading.LOST;
      return Optional.empty();
    }
    if (frontend.size() < length) {
      return Optional.empty();
    }
    int major = frontend.int32(Integer.BYTES) >>> 16;
    int minor = frontend.int32(Integer.BYTES) & 0xffff;
    MessageLayout layout = layout(major, minor);
    fromFrontend = after(layout, major);
    frontend.take(Integer.BYTES);
    return Optional.of(new Crossing.Startup(layout, frontend.take(length - Integer.BYTES)));
  }

  /** {@code pqcomm.h}: codes that take the place of a protocol's version. */
  private static MessageLayout layout(int major, int minor) {
    if (major != 1234) {
      return MessageLayout.STARTUP_MESSAGE;
    }
    return switch (minor) {
      case 5678 -> MessageLayout.CANCEL_REQUEST;
      case 5679 -> MessageLayout.SSL_REQUEST;
      case 5680 -> MessageLayout.GSSENC_REQUEST;
      default -> MessageLayout.STARTUP_MESSAGE;
    };
  }

  private Reading after(MessageLayout layout, int major) {
    if (layout == MessageLayout.SSL_REQUEST || layout == MessageLayout.GSSENC_REQUEST) {
      negotiations.add(layout == MessageLayout.SSL_REQUEST ? "SSLResponse" : "GSSENCResponse");
      return Reading.STARTUP;
    }
    boolean session = layout == MessageLayout.STARTUP_MESSAGE && major == PROTOCOL_3;
    return session ? Reading.MESSAGES : Reading.LOST;
  }

  /** More bytes from the backend. */
  public List<Crossing> backend(byte[] bytes) {
    backend.add(bytes);
    List<Crossing> crossed = new ArrayList<>();
    Optional<Crossing> next = nextOfBackend();
    while (next.isPresent()) {
      crossed.add(next.get());
      next = nextOfBackend();
    }
    return crossed;
  }

  private Optional<Crossing> nextOfBackend() {
    if (fromBackend == Reading.LOST) {
      return backend.isGreat() ? endOfBackend() : Optional.empty();
    }
    if (backend.size() == 0) {
      return Optional.empty();
    }
    if (!negotiations.isEmpty() && backend.at(0) != 'E') {
      String name = negotiations.remove();
      return Optional.of(new Crossing.NegotiationAnswer(name, backend.take(1)[0]));
    }
    return message(Direction.BACKEND, backend);
  }

  private Optional<Crossing> message(Direction direction, Bytes bytes) {
    if (bytes.size() < 1 + Integer.BYTES) {
      return Optional.empty();
    }
    int length = bytes.int32(1);
    if (length < Integer.BYTES || length > LARGEST_MESSAGE) {
      lose(direction);
      return Optional.empty();
    }
    if (bytes.size() < 1 + length) {
      return Optional.empty();
    }
    byte type = bytes.take(1)[0];
    bytes.take(Integer.BYTES);
    return Optional.of(new Crossing.Message(direction, type, bytes.take(length - Integer.BYTES)));
  }

  private void lose(Direction direction) {
    switch (direction) {
      case FRONTEND -> fromFrontend = Reading.LOST;
      case BACKEND -> fromBackend = Reading.LOST;
    }
  }

  /** The frontend sends no more: what is left of it, if anything. */
  public Optional<Crossing> endOfFrontend() {
    return frontend.size() == 0
        ? Optional.empty()
        : Optional.of(new Crossing.FrontendBytes(frontend.take(frontend.size())));
  }

  /** The backend sends no more: what is left of it, if anything. */
  public Optional<Crossing> endOfBackend() {
    return backend.size() == 0
        ? Optional.empty()
        : Optional.of(new Crossing.Fragment(backend.take(backend.size())));
  }
}
