package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Notation;
import io.pgdouble.trace.Symbols;
import io.pgdouble.trace.TraceLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes other messages of one message, told as lines of a trace: none drops it, two send one more.
 */
final class LineFault extends Fault {

  private final Direction direction;
  private final String name;
  private final Function<TraceLine, List<TraceLine>> change;

  /**
   * A fault in all messages of one name.
   *
   * @param direction who sends them
   */
  LineFault(Direction direction, String name, Function<TraceLine, List<TraceLine>> change) {
    this.direction = direction;
    this.name = name;
    this.change = change;
  }

  @Override
  void frontend(Crossing.Message message, Ends ends) {
    changed(message).forEach(ends::toBackend);
  }

  @Override
  void backend(Crossing.Message message, Ends ends) {
    changed(message).forEach(ends::toFrontend);
  }

  private List<Crossing.Message> changed(Crossing.Message message) {
    TraceLine line = message.line(Notation.PLAIN);
    boolean other = message.direction() != direction || !line.name().equals(name);
    if (other || line.columns().startsWith("malformed")) {
      return List.of(message);
    }
    return change.apply(line).stream().map(LineFault::message).toList();
  }

  /** The message that a line tells of. */
  static Crossing.Message message(TraceLine line) {
    Optional<MessageLayout> layout = MessageLayout.named(line.direction(), line.name());
    byte[] body = layout.orElseThrow().scan(line.columns(), Symbols.NONE);
    return new Crossing.Message(line.direction(), layout.orElseThrow().type(), body);
  }
}
