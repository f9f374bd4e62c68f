package io.pgdouble.validation;

import java.util.Arrays;

/**
 * Cuts what a frontend sends into messages as the server does, however it arrives: a length that
 * cannot be, or a type that is none, is seen at once, and is the end. {@code postgres.c:
 * SocketBackend}.
 */
final class FrontendStream {
  private static final int MAX_STARTUP_PACKET_LENGTH = 10_000;
  private static final int PQ_LARGE_MESSAGE_LIMIT = 0x3fffffff - 1;
  private static final int PQ_SMALL_MESSAGE_LIMIT = 10_000;
  private static final int PG_MAX_AUTH_TOKEN_LENGTH = 65_535;
  private static final int PROTOCOL_3 = 3;

  private final Validator validator;
  private byte[] bytes = {};
  private int at;
  private Reading reading;

  private enum Reading {
    PACKETS,
    MESSAGES,
    NOTHING
  }

  private FrontendStream(Validator validator, Reading reading) {
    this.validator = validator;
    this.reading = reading;
  }

  static FrontendStream fromStart(Validator validator) {
    return new FrontendStream(validator, Reading.PACKETS);
  }

  static FrontendStream amid(Validator validator) {
    return new FrontendStream(validator, Reading.MESSAGES);
  }

  /** More bytes. */
  void add(byte[] more) {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length + more.length);
    System.arraycopy(more, 0, rest, bytes.length - at, more.length);
    bytes = rest;
    at = 0;
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          switch (reading) {
            case PACKETS -> packet();
            case MESSAGES -> message();
            case NOTHING -> false;
          };
    }
  }

  /** The end: what is left is no message. */
  void end() {
    boolean inTime = validator.place().part() != SubProtocol.TERMINATION;
    if (reading != Reading.NOTHING && at < bytes.length && inTime) {
      validator.fragment(io.pgdouble.trace.Direction.FRONTEND, bytes.length - at);
    }
    reading = Reading.NOTHING;
  }

  private boolean packet() {
    if (bytes.length - at < Integer.BYTES) {
      return false;
    }
    int length = int32(at);
    if (length < 2 * Integer.BYTES || length > MAX_STARTUP_PACKET_LENGTH + Integer.BYTES) {
      return lose(Letter.IMPOSSIBLE_LENGTH);
    }
    if (bytes.length - at < length) {
      return false;
    }
    int from = at + Integer.BYTES;
    at += length;
    int major = int32(from) >>> 16;
    reading = major == PROTOCOL_3 ? Reading.MESSAGES : Reading.PACKETS;
    validator.packet(bytes, from, at);
    return true;
  }

  private boolean message() {
    if (at == bytes.length) {
      return false;
    }
    int limit = limit(bytes[at]);
    if (limit == 0) {
      return lose(Letter.UNKNOWN_FRONTEND);
    }
    if (bytes.length - at < 1 + Integer.BYTES) {
      return false;
    }
    int length = int32(at + 1);
    if (length < Integer.BYTES || length > limit) {
      return lose(Letter.IMPOSSIBLE_LENGTH);
    }
    if (bytes.length - at < 1 + length) {
      return false;
    }
    int from = at + 1 + Integer.BYTES;
    byte type = bytes[at];
    at += 1 + length;
    validator.frontend(type, bytes, from, at);
    return true;
  }

  private boolean lose(Letter letter) {
    reading = Reading.NOTHING;
    validator.frontend(letter);
    return false;
  }

  /** The greatest length of a message of that type, 0 if there is none. */
  private static int limit(byte type) {
    return switch (type) {
      case 'Q', 'F', 'B', 'P', 'd' -> PQ_LARGE_MESSAGE_LIMIT;
      case 'C', 'D', 'E', 'H', 'S', 'X', 'c', 'f' -> PQ_SMALL_MESSAGE_LIMIT;
      case 'p' -> PG_MAX_AUTH_TOKEN_LENGTH;
      default -> 0;
    };
  }

  private int int32(int from) {
    return (bytes[from] & 0xff) << 24
        | (bytes[from + 1] & 0xff) << 16
        | (bytes[from + 2] & 0xff) << 8
        | bytes[from + 3] & 0xff;
  }
}
