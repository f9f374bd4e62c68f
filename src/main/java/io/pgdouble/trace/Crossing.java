package io.pgdouble.trace;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What crossed a connection, or failed to, as seen from the frontend's end. */
public sealed interface Crossing {

  /** Who sent it; the backend, where nothing came. */
  default Direction direction() {
    return Direction.BACKEND;
  }

  /** This crossing as a line. */
  TraceLine line(Notation notation);

  /**
   * A message with type and length.
   *
   * @param body without them
   */
  record Message(Direction direction, byte type, byte[] body) implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      String length = String.valueOf(body.length + 4L);
      Optional<MessageLayout> layout = MessageLayout.of(direction, type);
      if (layout.isEmpty()) {
        String columns = Escapes.hex(type) + " " + Escapes.quote(body, '\'');
        return new TraceLine(direction, length, "UnknownMessage", columns);
      }
      String name = layout.get().title();
      return layout
          .get()
          .print(body, notation)
          .map(
              c ->
                  new TraceLine(
                      direction, c.isElastic() ? TraceLine.ANY_LENGTH : length, name, c.toString()))
          .orElseGet(
              () ->
                  new TraceLine(direction, length, name, "malformed " + Escapes.quote(body, '\'')));
    }
  }

  /**
   * What a frontend sends first: a length, and no type.
   *
   * @param layout one whose type is zero
   * @param body without the length
   */
  record Startup(MessageLayout layout, byte[] body) implements Crossing {
    @Override
    public Direction direction() {
      return Direction.FRONTEND;
    }

    @Override
    public TraceLine line(Notation notation) {
      String length = String.valueOf(body.length + 4L);
      return layout
          .print(body, notation)
          .map(c -> new TraceLine(Direction.FRONTEND, length, layout.title(), c.toString()))
          .orElseGet(() -> new FrontendBytes(wholePacket()).line(notation));
    }

    private byte[] wholePacket() {
      return ByteBuffer.allocate(body.length + 4).putInt(body.length + 4).put(body).array();
    }
  }

  /** Bytes from the frontend that are no message: the start of one, or of another protocol. */
  record FrontendBytes(byte[] bytes) implements Crossing {
    /** Stands where a message has its name, as in a case. */
    static final String NAME = "bytes";

    @Override
    public Direction direction() {
      return Direction.FRONTEND;
    }

    @Override
    public TraceLine line(Notation notation) {
      String length = String.valueOf(bytes.length);
      return new TraceLine(Direction.FRONTEND, length, NAME, Escapes.quote(bytes, '\''));
    }
  }

  /**
   * A message of which a log tells, but not all that it was.
   *
   * @param body one that the message could have had, as far as the log tells
   * @param text what the log tells
   */
  record Glimpse(Direction direction, byte type, byte[] body, String text) implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      String name = MessageLayout.of(direction, type).map(MessageLayout::title).orElse("?");
      return new TraceLine(direction, TraceLine.ANY_LENGTH, name, text);
    }
  }

  /** The single byte that answers SSLRequest or GSSENCRequest. */
  record NegotiationAnswer(String name, byte answer) implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      return new TraceLine(Direction.BACKEND, "1", name, String.valueOf((char) (answer & 0xff)));
    }
  }

  /** Bytes from the backend that are no message: the start of one, or with an impossible length. */
  record Fragment(byte[] bytes) implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      String length = String.valueOf(bytes.length);
      return new TraceLine(Direction.BACKEND, length, "Fragment", Escapes.quote(bytes, '\''));
    }
  }

  /** The backend closed the connection. */
  record Closed() implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      return new TraceLine(Direction.BACKEND, TraceLine.NO_LENGTH, "Closed", "");
    }
  }

  /** Something was awaited and did not come in time. */
  record TimedOut() implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      return new TraceLine(Direction.BACKEND, TraceLine.NO_LENGTH, "TimedOut", "");
    }
  }

  /** The connection could not be opened. */
  record Refused() implements Crossing {
    @Override
    public TraceLine line(Notation notation) {
      return new TraceLine(Direction.BACKEND, TraceLine.NO_LENGTH, "Refused", "");
    }
  }
}
