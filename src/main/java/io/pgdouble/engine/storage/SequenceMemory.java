package io.pgdouble.engine.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one session has taken from sequences ({@code sequence.c: SeqTableData}). */
public final class SequenceMemory {
  private final Map<Long, Known> known = new HashMap<>();
  private Known lastUsed;

  /**
   * What is known of one.
   *
   * @param oid of the sequence
   * @param node where its state was; elsewhere it is another sequence
   * @param last the value last used
   * @param cached the last of those that were taken
   * @param used whether the session has a value of it
   */
  public record Known(long oid, long node, long last, long cached, boolean used) {}

  /** What is known of a sequence, if its state still is where it was. */
  public Optional<Known> of(long oid, long node) {
    return Optional.ofNullable(known.get(oid)).filter(one -> one.node == node);
  }

  public void keep(Known now) {
    known.put(now.oid, now);
  }

  /** A value of it was used: {@code lastval()} tells of this one. */
  public void use(Known now) {
    keep(now);
    lastUsed = now;
  }

  /** The value {@code currval()} tells, whatever has become of the state. */
  public Optional<Known> current(long oid) {
    return Optional.ofNullable(known.get(oid)).filter(Known::used);
  }

  /** The one that gave a value last. */
  public Optional<Known> lastUsed() {
    return Optional.ofNullable(lastUsed).map(one -> known.getOrDefault(one.oid, one));
  }

  /** {@code DISCARD SEQUENCES}. */
  public void discard() {
    known.clear();
    lastUsed = null;
  }
}
