package io.pgdouble.engine.storage;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a server's write-ahead log would have come. There is none: what is written moves the
 * position by about as much as PostgreSQL's records take, so that it grows when PostgreSQL's does,
 * and a standby's comes up with its primary's. Used by every session. Source: {@code xlog.c}.
 */
public final class WalPosition {
  private static final long SEGMENT = 16 * 1024 * 1024;
  private static final int HEADER_OF_SEGMENT = 0x28;

  /** A commit's or an abort's record, and that of a segment's early end. */
  private static final int SHORT_RECORD = 40;

  private static final int TUPLE = 56;
  private static final int COLUMN = 8;
  private static final int CATALOG_ROW = 160;

  private final AtomicLong end = new AtomicLong();
  private final AtomicInteger timeline = new AtomicInteger(1);
  private volatile long replayed;

  /** {@code GetXLogWriteRecPtr}: whatever is inserted is written at once. */
  public long written() {
    return end.get();
  }

  /** {@code GetXLogInsertRecPtr}: where the next record begins. */
  public long inserted() {
    long at = end.get();
    return at % SEGMENT == 0 ? at + HEADER_OF_SEGMENT : at;
  }

  /** {@code GetXLogReplayRecPtr}: behind what was replayed last; 0 where nothing was. */
  public long replayed() {
    return replayed;
  }

  /** Replay has come so far. */
  public void replayed(long position) {
    replayed = position;
  }

  /** {@code GetWALInsertionTimeLine}. */
  public int timeline() {
    return timeline.get();
  }

  /** The log goes on that far on this timeline. */
  public void timeline(int number) {
    timeline.set(number);
  }

  /** The log has come so far, if not farther. */
  public void advanceTo(long position) {
    end.accumulateAndGet(position, Math::max);
  }

  /**
   * A record more.
   *
   * @param size in bytes
   * @return where it ends
   */
  public long record(int size) {
    return end.updateAndGet(at -> after(at, size));
  }

  private static long after(long at, int size) {
    return at + size + (at % SEGMENT == 0 ? HEADER_OF_SEGMENT : 0);
  }

  void tuple(int columns) {
    record(TUPLE + COLUMN * columns);
  }

  /** A transaction that has a number ends, or a sequence moves. */
  void end() {
    record(SHORT_RECORD);
  }

  /** Rows of catalogs were written. */
  public void catalogRows(int count) {
    record(CATALOG_ROW * count);
  }

  /**
   * The segment ends early, unless nothing is in it ({@code RequestXLogSwitch}).
   *
   * @return behind the last record in it
   */
  public long switchSegment() {
    long before = end.getAndUpdate(at -> at % SEGMENT == 0 ? at : (at / SEGMENT + 1) * SEGMENT);
    return before % SEGMENT == 0 ? before : before + SHORT_RECORD / 2 + 4;
  }
}
