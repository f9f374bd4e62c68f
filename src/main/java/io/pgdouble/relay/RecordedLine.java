package io.pgdouble.relay;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Dissection;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Redaction;
import java.util.function.Consumer;

/** One connection as it is recorded: bytes become messages, and secrets stay out. */
final class RecordedLine {
  private final String name;
  private final Consumer<Recorded> out;
  private final Dissection dissection = new Dissection();
  private final Redaction redaction;
  private boolean terminated;
  private boolean left;
  private boolean closed;

  /** Bytes as they came. */
  record Chunk(Direction direction, byte[] bytes) {}

  /** The backend closed the connection. */
  enum End {
    OF_BACKEND
  }

  RecordedLine(String name, Masks masks, Consumer<Recorded> out) {
    this.name = name;
    this.out = out;
    redaction = new Redaction(masks);
  }

  void happened(Happening happening, long micros) {
    if (happening instanceof Happening.Left gone) {
      left(gone.departure(), micros);
    } else {
      out.accept(new Recorded(name, micros, happening));
    }
  }

  void crossed(Chunk chunk, long micros) {
    switch (chunk.direction()) {
      case FRONTEND ->
          dissection.frontend(chunk.bytes()).forEach(crossing -> add(crossing, micros));
      case BACKEND -> dissection.backend(chunk.bytes()).forEach(crossing -> add(crossing, micros));
    }
  }

  private void add(Crossing crossing, long micros) {
    terminated |=
        crossing instanceof Crossing.Message message
            && message.direction() == Direction.FRONTEND
            && message.type() == MessageLayout.TERMINATE.type();
    out.accept(new Recorded(name, micros, new Happening.Crossed(redaction.redact(crossing))));
  }

  /** Where the backend has closed, the frontend can do nothing else. */
  private void left(Departure departure, long micros) {
    if (left || closed) {
      return;
    }
    left = true;
    dissection.endOfFrontend().ifPresent(rest -> add(rest, micros));
    out.accept(new Recorded(name, micros, new Happening.Left(departure)));
  }

  /** After Terminate both ends close at once; whose end shows first means nothing. */
  void closed(long micros) {
    if (closed) {
      return;
    }
    if (terminated) {
      left(Departure.CLOSE, micros);
    }
    closed = true;
    dissection.endOfFrontend().ifPresent(rest -> add(rest, micros));
    dissection.endOfBackend().ifPresent(rest -> add(rest, micros));
    add(new Crossing.Closed(), micros);
  }
}
