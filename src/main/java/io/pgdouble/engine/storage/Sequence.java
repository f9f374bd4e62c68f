package io.pgdouble.engine.storage;

import java.util.OptionalLong;

/**
 * Where a sequence stands. No transaction takes back what was taken from it. Source: {@code
 * commands/sequence.c}.
 */
public final class Sequence {
  /** {@code SEQ_LOG_VALS}: so many values are written ahead, which {@code log_cnt} shows. */
  private static final long LOG_VALUES = 32;

  private long lastValue;
  private long logCount;
  private boolean called;

  /** How far others were told that it is, which is further. */
  private long ahead;

  private boolean aheadCalled;

  Sequence(long start) {
    this.lastValue = start;
    this.ahead = start;
  }

  /**
   * What a sequence was told to do.
   *
   * @param logged whether its values are written ahead; of a temporary one each is as if it were
   *     the first after a checkpoint
   */
  public record Definition(
      long start,
      long increment,
      long minimum,
      long maximum,
      long cache,
      boolean cycles,
      boolean logged) {}

  /**
   * Values taken at once.
   *
   * @param first the one to use now
   * @param last the last one that may be used without asking again
   */
  public record Taken(long first, long last) {}

  /** Its row. */
  public record State(long lastValue, long logCount, boolean called) {}

  public synchronized State state() {
    return new State(lastValue, logCount, called);
  }

  /**
   * What a server goes on with that has only been told: what was written ahead is lost to it.
   * {@code sequence.c: nextval_internal, xlrec}.
   */
  synchronized State logged() {
    return new State(ahead, 0, aheadCalled);
  }

  /** What it last gave; empty where it gave nothing yet. */
  public synchronized OptionalLong lastGiven() {
    return called ? OptionalLong.of(lastValue) : OptionalLong.empty();
  }

  /** {@code setval}. */
  public synchronized void set(State state) {
    lastValue = state.lastValue;
    logCount = state.logCount;
    called = state.called;
    ahead = lastValue;
    aheadCalled = called;
  }

  /**
   * {@code nextval_internal}.
   *
   * @return null where there is no further value
   */
  public synchronized Taken next(Definition definition) {
    long fetch = definition.cache() - (called ? 0 : 1);
    long log = logCount;
    boolean logs = log < fetch || !called || !definition.logged();
    if (logs) {
      fetch += LOG_VALUES;
      log = fetch;
    }
    Walk walk = new Walk(definition);
    while (fetch > 0 && walk.step()) {
      fetch--;
      log -= walk.kept ? 1 : 0;
    }
    if (walk.taken == 0) {
      return null;
    }
    lastValue = walk.last;
    called = true;
    if (logs) {
      ahead = walk.next;
      aheadCalled = true;
    }
    logCount = log - fetch;
    return new Taken(walk.first, walk.last);
  }

  /** From value to value; the first few of them are taken. */
  private final class Walk {
    private final Definition definition;
    private long next = lastValue;
    private long first = lastValue;
    private long last = lastValue;
    private long taken = called ? 0 : 1;
    private boolean kept;

    Walk(Definition definition) {
      this.definition = definition;
    }

    /** False where there is none more. */
    boolean step() {
      boolean room = hasRoom();
      if (!room && (taken > 0 || !definition.cycles())) {
        return false;
      }
      if (room) {
        next += definition.increment();
      } else {
        next = definition.increment() > 0 ? definition.minimum() : definition.maximum();
      }
      kept = taken < definition.cache();
      if (kept) {
        taken++;
        last = next;
        first = taken == 1 ? next : first;
      }
      return true;
    }

    private boolean hasRoom() {
      long step = definition.increment();
      long least = definition.minimum();
      long most = definition.maximum();
      if (step > 0) {
        return most >= 0 ? next <= most - step : next + step <= most;
      }
      return least < 0 ? next >= least - step : next + step >= least;
    }
  }
}
