package io.pgdouble.relay;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.Happening.Medium;

/**
 * Who listens in to the connections of a relay. Called before what it hears of passes on, by the
 * event loop of the connection: so what one end says because of what it heard comes after that.
 */
public interface Tap {
  /** Nobody listens, and nothing is copied for him. */
  Tap NONE = medium -> Line.DEAF;

  /** A frontend has connected. */
  Line opened(Medium medium);

  /** Who listens in to one connection. */
  interface Line {
    /** Nobody. */
    Line DEAF =
        new Line() {
          @Override
          public void crossed(Direction direction, byte[] bytes) {}

          @Override
          public void left(Departure departure) {}

          @Override
          public void closed() {}
        };

    /**
     * Bytes as the frontend sends or receives them, without their encryption.
     *
     * @param bytes a copy
     */
    void crossed(Direction direction, byte[] bytes);

    /** The frontend left. */
    void left(Departure departure);

    /** The backend closed the connection. */
    void closed();
  }
}
