package io.pgdouble.capture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One direction of a TCP connection: its bytes in order, however its segments were seen. */
final class Stream {
  private final Map<Integer, byte[]> early = new HashMap<>();
  private OptionalInt end = OptionalInt.empty();
  private int next;
  private boolean begun;

  /** The sequence number that comes first. */
  void begin(int sequence) {
    next = sequence;
    begun = true;
  }

  /** The bytes that can be read now that this was seen: none if some before them are missing. */
  byte[] add(Segment segment) {
    int sequence = segment.sequence();
    byte[] payload = segment.payload();
    if (!begun) {
      begin(sequence);
    }
    if (segment.ends()) {
      end = OptionalInt.of(sequence + payload.length + segment.missing());
    }
    if (payload.length == 0) {
      return payload;
    }
    int known = next - sequence;
    if (known < 0) {
      early.merge(sequence, payload, (one, other) -> one.length < other.length ? other : one);
      return new byte[0];
    }
    byte[] fresh = known >= payload.length ? new byte[0] : rest(payload, known);
    next += fresh.length;
    return followed(fresh);
  }

  private static byte[] rest(byte[] payload, int from) {
    return Arrays.copyOfRange(payload, from, payload.length);
  }

  /** With what came too early, where it fits now. */
  private byte[] followed(byte[] fresh) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(fresh.length);
    all.writeBytes(fresh);
    Optional<Integer> fitting = fitting();
    while (fitting.isPresent()) {
      int known = next - fitting.get();
      byte[] payload = early.remove(fitting.get());
      if (known < payload.length) {
        all.writeBytes(rest(payload, known));
        next += payload.length - known;
      }
      fitting = fitting();
    }
    return all.toByteArray();
  }

  private Optional<Integer> fitting() {
    return early.keySet().stream().filter(sequence -> next - sequence >= 0).findFirst();
  }

  /** Whether all has come, up to the end. */
  boolean isOver() {
    return end.isPresent() && next - end.getAsInt() >= 0;
  }

  /** Whether something never came. */
  boolean hasGap() {
    return !early.isEmpty() || end.isPresent() && !isOver();
  }
}
