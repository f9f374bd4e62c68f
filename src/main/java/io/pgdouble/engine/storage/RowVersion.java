package io.pgdouble.engine.storage;

import io.pgdouble.type.Tid;

/**
 * One version of a row ({@code htup_details.h}). Its values do not change, and the last of them is
 * the version itself: so who has a row in hand can tell where it is from.
 */
public final class RowVersion {
  private static final int OFFSET_BITS = 16;
  private static final int OFFSET_MASK = 0xFFFF;

  private final Object[] values;
  private final Xact xmin;
  private final int cmin;
  private final long place;

  /** Null where nobody has ended or locked it. Changed under this. */
  private volatile Claim claim;

  /** Where indexes know it, so that they can forget it; guarded by this. */
  private Object entries;

  /**
   * A version that is not to be found yet.
   *
   * @param values the columns', and room for itself behind them
   */
  RowVersion(Object[] values, Writing by, Tid place) {
    values[values.length - 1] = this;
    this.values = values;
    this.xmin = by.xact();
    this.cmin = by.command();
    this.place = place.block() << OFFSET_BITS | place.offset();
    this.claim = null;
  }

  /**
   * Who writes.
   *
   * @param command the number of the command in its transaction
   */
  public record Writing(Xact xact, int command) {}

  /** The version that a row of a table is the values of. */
  public static RowVersion of(Object[] row) {
    return (RowVersion) row[row.length - 1];
  }

  /** Room for a row of so many columns. */
  public static Object[] room(int columns) {
    return new Object[columns + 1];
  }

  /** The values of the columns, and behind them this. */
  public Object[] values() {
    return values;
  }

  public int columns() {
    return values.length - 1;
  }

  /** {@code ctid}. */
  public Tid tid() {
    return new Tid(block(), offset());
  }

  long block() {
    return place >>> OFFSET_BITS;
  }

  int offset() {
    return (int) (place & OFFSET_MASK);
  }

  /** Orders versions as they lie in their table. */
  public long place() {
    return place;
  }

  public Xact xmin() {
    return xmin;
  }

  public int cmin() {
    return cmin;
  }

  /** {@code xmax}: the number of who ended or locked it last, 0 nobody. */
  public long xmax() {
    Claim known = claim;
    if (known == null) {
      return 0;
    }
    return known.updater() != null
        ? known.updater().xact().id()
        : known.lockers().get(known.lockers().size() - 1).xact().id();
  }

  /** {@code cmax}, which shares its place with {@code cmin}. */
  public int cmax() {
    Claim known = claim;
    return known == null || known.updater() == null ? cmin : known.command();
  }

  Claim claim() {
    return claim;
  }

  void claim(Claim changed) {
    claim = changed;
  }

  /** Whether nobody who looks no further back than the horizon can see it. */
  boolean isDead(long horizon) {
    if (xmin.isAborted()) {
      return true;
    }
    Claim known = claim;
    return known != null
        && known.updater() != null
        && known.updater().xact().isCommittedBy(horizon);
  }

  /** An index has it under a key. */
  synchronized void indexed(IndexEntry entry) {
    if (entries == null) {
      entries = entry;
    } else if (entries instanceof IndexEntry first) {
      entries = new IndexEntry[] {first, entry};
    } else {
      IndexEntry[] known = (IndexEntry[]) entries;
      IndexEntry[] more = java.util.Arrays.copyOf(known, known.length + 1);
      more[known.length] = entry;
      entries = more;
    }
  }

  /** Indexes forget it. */
  void leaveIndexes() {
    Object known;
    synchronized (this) {
      known = entries;
      entries = null;
    }
    if (known instanceof IndexEntry only) {
      only.remove(this);
    } else if (known instanceof IndexEntry[] several) {
      for (IndexEntry entry : several) {
        entry.remove(this);
      }
    }
  }
}
