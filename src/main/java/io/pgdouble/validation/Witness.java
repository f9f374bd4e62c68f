package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Tells a validator what crosses a connection, crossing by crossing. */
public final class Witness {
  private final Validator validator;
  private final FrontendStream frontend;
  private boolean over;
  private boolean terminated;

  private Witness(Validator validator, FrontendStream frontend) {
    this.validator = validator;
    this.frontend = frontend;
  }

  /** Of a connection from its first byte. */
  public static Witness fromStart(Consumer<Verdict> verdicts) {
    Validator validator = Validator.fromStart(verdicts);
    return new Witness(validator, FrontendStream.fromStart(validator));
  }

  /** Of a connection of which the beginning was not seen: somebody has logged in. */
  public static Witness amid(Consumer<Verdict> verdicts) {
    Validator validator = Validator.amid(verdicts);
    return new Witness(validator, FrontendStream.amid(validator));
  }

  /** How many messages it has told of. */
  public int messages() {
    return validator.messages();
  }

  /** How many messages of the frontend were skipped after an error. */
  public int skipped() {
    return validator.skipped();
  }

  /** Whether either side has ended the connection. */
  public boolean isOver() {
    return over;
  }

  /** Something crossed. */
  public void cross(Crossing crossing) {
    if (crossing instanceof Crossing.Startup startup) {
      packet(startup.body());
    } else if (crossing instanceof Crossing.FrontendBytes bytes) {
      frontend.add(bytes.bytes());
    } else if (crossing instanceof Crossing.Message message) {
      message(message);
    } else if (crossing instanceof Crossing.Glimpse glimpse) {
      glimpse(glimpse);
    } else if (crossing instanceof Crossing.NegotiationAnswer answer) {
      validator.backend(negotiated(answer));
    } else if (crossing instanceof Crossing.Fragment fragment) {
      fragment(fragment.bytes());
    } else if (crossing instanceof Crossing.Closed || crossing instanceof Crossing.Refused) {
      over = true;
      validator.backendClosed();
    }
  }

  /** The frontend has closed, or sends no more. */
  public void left() {
    over = true;
    frontend.end();
    validator.frontendClosed();
  }

  /** Nothing more will be told. */
  public void end() {
    frontend.end();
    validator.end();
  }

  /** A startup packet, without its length. */
  void packet(byte[] body) {
    int length = body.length + Integer.BYTES;
    frontend.add(ByteBuffer.allocate(length).putInt(length).put(body).array());
  }

  /** Says Terminate, unless it was said. */
  void terminate() {
    if (terminated) {
      return;
    }
    message(new Crossing.Message(Direction.FRONTEND, (byte) 'X', new byte[0]));
  }

  private void glimpse(Crossing.Glimpse glimpse) {
    switch (glimpse.direction()) {
      case BACKEND -> validator.glimpse(glimpse.type(), glimpse.body());
      case FRONTEND ->
          message(new Crossing.Message(Direction.FRONTEND, glimpse.type(), glimpse.body()));
    }
  }

  private void message(Crossing.Message message) {
    byte[] body = message.body();
    terminated |= message.direction() == Direction.FRONTEND && message.type() == 'X';
    switch (message.direction()) {
      case BACKEND -> validator.backend(message.type(), body, 0, body.length);
      case FRONTEND ->
          frontend.add(
              ByteBuffer.allocate(body.length + 5)
                  .put(message.type())
                  .putInt(body.length + 4)
                  .put(body)
                  .array());
    }
  }

  private static Letter negotiated(Crossing.NegotiationAnswer answer) {
    return switch (answer.answer()) {
      case 'S' -> Letter.TLS_ACCEPTED;
      case 'G' -> Letter.GSS_ACCEPTED;
      case 'N' -> Letter.ENCRYPTION_REFUSED;
      case 'E' -> Letter.OLD_ERROR;
      default -> Letter.UNKNOWN_BACKEND;
    };
  }

  /** Before there is a session, and to frontends of old protocols, errors are plain texts. */
  private void fragment(byte[] bytes) {
    boolean early = validator.place().part() == SubProtocol.STARTUP;
    boolean text = bytes.length > 2 && bytes[0] == 'E' && bytes[bytes.length - 1] == 0;
    if (early && text) {
      validator.backend(Letter.OLD_ERROR);
    } else {
      validator.fragment(Direction.BACKEND, bytes.length);
    }
  }
}
