package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded conversation in which one message says something else.
 *
 * @param words what is changed
 * @param side of the message
 * @param message its name
 * @param before a text that stands in its columns as they are written
 * @param edit what is done to its body
 * @param rule which is broken then
 */
record Alteration(String words, String side, String message, String before, Edit edit, Rule rule) {

  /** Makes another body of one. */
  interface Edit {
    byte[] of(byte[] body);
  }

  /** One byte becomes another; counted from the end if the place is negative. */
  static Edit set(int at, int value) {
    return body -> {
      byte[] changed = body.clone();
      changed[at < 0 ? changed.length + at : at] = (byte) value;
      return changed;
    };
  }

  /** A text becomes another. */
  static Edit replace(String from, String to) {
    return body ->
        new String(body, StandardCharsets.ISO_8859_1)
            .replace(from, to)
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  static Edit prefix(int length) {
    return body -> Arrays.copyOf(body, length);
  }

  /** The recording with this done to the first message it fits. */
  Recording of(Recording recording) {
    List<Recorded> events = new ArrayList<>(recording.events());
    for (int i = 0; i < events.size(); i++) {
      if (Mutation.message(events.get(i)).filter(this::fits).isPresent()) {
        byte[] body = Mutation.message(events.get(i)).orElseThrow().body();
        return new Recording(recording.header(), Mutation.with(events, i, edit.of(body)));
      }
    }
    throw new IllegalArgumentException("no " + message + " with " + before);
  }

  private boolean fits(Crossing.Message candidate) {
    return Mutation.name(candidate).equals(message)
        && Mutation.side(candidate).equals(side)
        && candidate.line(io.pgdouble.trace.Notation.PLAIN).columns().contains(before);
  }
}
