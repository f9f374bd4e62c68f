package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Notation;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A recorded conversation in which one message is not as it was. */
record Mutation(Kind kind, int event) {

  /** What is done to the message. */
  enum Kind {
    DROPPED("dropped") {
      @Override
      Optional<List<Recorded>> of(List<Recorded> events, int at) {
        List<Recorded> changed = new ArrayList<>(events);
        changed.remove(at);
        return Optional.of(changed);
      }
    },
    DOUBLED("doubled") {
      @Override
      Optional<List<Recorded>> of(List<Recorded> events, int at) {
        List<Recorded> changed = new ArrayList<>(events);
        changed.add(at, events.get(at));
        return Optional.of(changed);
      }
    },
    /** With the next of its side, if that is another. */
    SWAPPED("swapped with the next") {
      @Override
      Optional<List<Recorded>> of(List<Recorded> events, int at) {
        Crossing.Message message = message(events.get(at)).orElseThrow();
        for (int next = at + 1; next < events.size(); next++) {
          Optional<Crossing.Message> other = message(events.get(next));
          if (other.isPresent() && other.get().direction() == message.direction()) {
            return other.get().type() == message.type()
                ? Optional.empty()
                : Optional.of(swapped(events, at, next));
          }
        }
        return Optional.empty();
      }
    },
    TRUNCATED("cut short by a byte") {
      @Override
      Optional<List<Recorded>> of(List<Recorded> events, int at) {
        byte[] body = message(events.get(at)).orElseThrow().body();
        return body.length == 0
            ? Optional.empty()
            : Optional.of(with(events, at, Arrays.copyOf(body, body.length - 1)));
      }
    },
    LENGTHENED("longer by a byte") {
      @Override
      Optional<List<Recorded>> of(List<Recorded> events, int at) {
        byte[] body = message(events.get(at)).orElseThrow().body();
        return Optional.of(with(events, at, Arrays.copyOf(body, body.length + 1)));
      }
    },
    RETYPED("with a type that is none") {
      @Override
      Optional<List<Recorded>> of(List<Recorded> events, int at) {
        Crossing.Message message = message(events.get(at)).orElseThrow();
        List<Recorded> changed = new ArrayList<>(events);
        Crossing other = new Crossing.Message(message.direction(), (byte) 'y', message.body());
        changed.set(at, recorded(events.get(at), other));
        return Optional.of(changed);
      }
    };

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** The events with that done; empty where it would change nothing. */
    abstract Optional<List<Recorded>> of(List<Recorded> events, int at);
  }

  /** The recording with this done; empty where it would change nothing. */
  Optional<Recording> of(Recording recording) {
    return kind.of(recording.events(), event)
        .map(events -> new Recording(recording.header(), events));
  }

  /** The message that is changed. */
  static Optional<Crossing.Message> message(Recorded recorded) {
    return recorded.happening() instanceof Happening.Crossed crossed
            && crossed.crossing() instanceof Crossing.Message message
        ? Optional.of(message)
        : Optional.empty();
  }

  static String name(Crossing.Message message) {
    return message.line(Notation.PLAIN).name();
  }

  static String side(Crossing.Message message) {
    return message.direction() == Direction.FRONTEND ? "frontend" : "backend";
  }

  private static Recorded recorded(Recorded like, Crossing crossing) {
    return new Recorded(like.connection(), like.micros(), new Happening.Crossed(crossing));
  }

  private static List<Recorded> swapped(List<Recorded> events, int one, int other) {
    List<Recorded> changed = new ArrayList<>(events);
    changed.set(one, events.get(other));
    changed.set(other, events.get(one));
    return changed;
  }

  /** The events with another body at one place. */
  static List<Recorded> with(List<Recorded> events, int at, byte[] body) {
    Crossing.Message message = message(events.get(at)).orElseThrow();
    List<Recorded> changed = new ArrayList<>(events);
    Crossing other = new Crossing.Message(message.direction(), message.type(), body);
    changed.set(at, recorded(events.get(at), other));
    return changed;
  }
}
