package io.pgdouble.replay;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The conversations that a recording did not have, as they are added to it: all of each of them, so
 * that they can be played again from their beginning. Used by many threads.
 */
final class Additions {
  private final Recording before;
  private final Masks masks;
  private final Set<String> names;
  private final List<Recorded> events = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private int opened;

  /**
   * @param masks what is not to stand in them, besides secrets
   */
  Additions(Recording before, Masks masks) {
    this.before = before;
    this.masks = masks;
    names = new HashSet<>(before.connections());
  }

  /** One conversation, which is kept only if it has something new. */
  final class Line {
    private final String name;
    private final Rest rest;
    private final Redaction redaction = new Redaction(masks);

    private Line(String name, Rest rest) {
      this.name = name;
      this.rest = rest;
    }

    String name() {
      return name;
    }

    void crossed(Crossing crossing) {
      happened(new Happening.Crossed(redaction.redact(crossing)));
    }

    void frontend(byte type, byte[] body) {
      crossed(new Crossing.Message(Direction.FRONTEND, type, body));
    }

    void backend(byte type, byte[] body) {
      crossed(new Crossing.Message(Direction.BACKEND, type, body));
    }

    /** It has something that the recording does not have. */
    void isNew() {
      keep(name);
    }

    void happened(Happening happening) {
      add(new Recorded(name, rest.now(), happening));
    }
  }

  /**
   * The next conversation begins.
   *
   * @param rest has the time
   */
  synchronized Line begin(Rest rest) {
    String name = name(opened++);
    while (!names.add(name)) {
      name = name(opened++);
    }
    Line line = new Line(name, rest);
    line.happened(new Happening.Opened(Happening.Medium.TCP));
    return line;
  }

  /** A … Z, AA … AZ, BA …: as a recorder names them. */
  private static String name(int number) {
    char last = (char) ('A' + number % 26);
    return number < 26 ? String.valueOf(last) : name(number / 26 - 1) + last;
  }

  private synchronized void keep(String name) {
    kept.add(name);
  }

  private synchronized void add(Recorded event) {
    events.add(event);
  }

  /** What happened in one conversation. */
  synchronized List<Recorded> of(String name) {
    return events.stream().filter(event -> event.connection().equals(name)).toList();
  }

  synchronized int count() {
    return kept.size();
  }

  synchronized boolean isKept(String name) {
    return kept.contains(name);
  }

  /** The recording, and what was added; its times go on where they ended. */
  synchronized Recording all() {
    List<Recorded> more = new ArrayList<>();
    long end = before.events().stream().mapToLong(Recorded::micros).max().orElse(0);
    long begin = events.isEmpty() ? 0 : events.get(0).micros();
    for (Recorded event : events) {
      if (kept.contains(event.connection())) {
        long micros = end + event.micros() - begin;
        more.add(new Recorded(event.connection(), micros, event.happening()));
      }
    }
    return before.with(more);
  }
}
