package io.pgdouble.engine.storage;

import io.pgdouble.type.Tid;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The rows of one table, in all their versions. Source: {@code heapam.c}, {@code hio.c}. */
public final class Heap {
  private static final int FIRST_SIZE = 1;

  private final CommitLog log;
  private final Storage.FileId file;

  /** What was read again at a start is known for what it is when somebody comes for it. */
  private volatile Keeping keeping;

  /** Versions that could not be put where another server has them. */
  private final Map<Tid, RowVersion> elsewhere = new HashMap<>(0);

  private final Map<Integer, OrderedIndex> indexes = new ConcurrentHashMap<>(2);
  private volatile HeapPage[] pages = new HeapPage[FIRST_SIZE];
  private volatile int size;

  /** The block that was swept last. */
  private int swept;

  Heap(CommitLog log, Storage.FileId file, Keeping keeping) {
    this.log = log;
    this.file = file;
    this.keeping = keeping;
  }

  /** How long a table lasts ({@code relpersistence}). */
  public enum Keeping {
    /** Other servers have it as well, and the next life of this one. */
    PERMANENT,
    /** The next life of this server has it where this one ends in order. */
    UNLOGGED,
    /** Only this life of this server has it. */
    TEMPORARY;

    /**
     * @param persistence {@code relpersistence}
     */
    public static Keeping of(char persistence) {
      return switch (persistence) {
        case 'p' -> PERMANENT;
        case 'u' -> UNLOGGED;
        default -> TEMPORARY;
      };
    }
  }

  Storage.FileId file() {
    return file;
  }

  Keeping keeping() {
    return keeping;
  }

  boolean isTemporary() {
    return keeping == Keeping.TEMPORARY;
  }

  void keep(Keeping known) {
    keeping = known;
  }

  /** Whether others are told of what is written. */
  boolean isLogged() {
    return keeping == Keeping.PERMANENT;
  }

  CommitLog log() {
    return log;
  }

  /** How many blocks it has. */
  public int blocks() {
    return size;
  }

  HeapPage page(int block) {
    return pages[block];
  }

  /**
   * A row more ({@code heap_insert}).
   *
   * @param values as {@link RowVersion#room} made it
   */
  public synchronized RowVersion insert(Object[] values, RowVersion.Writing by) {
    HeapPage last = size == 0 ? extend() : pages[size - 1];
    return put(values, by, last);
  }

  /** A version that takes another one's place: near it, if there is room. */
  synchronized RowVersion insertNear(RowVersion old, Object[] values, RowVersion.Writing by) {
    HeapPage page = pages[(int) old.block()];
    if (page.findSlot() < 0) {
      page.prune(log.horizon());
    }
    return put(values, by, page.findSlot() < 0 ? pages[size - 1] : page);
  }

  private RowVersion put(Object[] values, RowVersion.Writing by, HeapPage wanted) {
    HeapPage page = wanted;
    int slot = page.findSlot();
    if (slot < 0) {
      page = extend();
      slot = 0;
    }
    RowVersion version = new RowVersion(values, by, new Tid(page.block(), slot + 1));
    page.put(slot, version);
    by.xact().owner().written(this, version);
    return version;
  }

  /** A row that another server has written; where it was there, if the place is free here. */
  synchronized RowVersion replay(RowWrite.Put put, Xact xact) {
    while (size <= put.place().block()) {
      extend();
    }
    Object[] values = java.util.Arrays.copyOf(put.columns(), put.columns().length + 1);
    RowVersion.Writing by = new RowVersion.Writing(xact, 0);
    HeapPage page = pages[(int) put.place().block()];
    int slot = put.place().offset() - 1;
    if (!page.makeRoom(slot, log.horizon())) {
      page = extend();
      slot = 0;
    }
    RowVersion version = new RowVersion(values, by, new Tid(page.block(), slot + 1));
    page.put(slot, version);
    return version;
  }

  /**
   * Takes away what nobody sees any more from the block that is full now and from another, for each
   * that is added: so a table whose rows come and go does not grow in memory ({@code autovacuum.c}
   * does it otherwise).
   */
  private void sweep() {
    if (size > 0) {
      long horizon = log.horizon();
      swept = (swept + 1) % size;
      pages[size - 1].prune(horizon);
      pages[swept].prune(horizon);
    }
  }

  private HeapPage extend() {
    sweep();
    HeapPage page = new HeapPage(size);
    HeapPage[] room = pages;
    if (size == room.length) {
      room = java.util.Arrays.copyOf(room, room.length * 2);
    }
    room[size] = page;
    pages = room;
    size++;
    return page;
  }

  /** What was somewhere else on the server that has written it. */
  synchronized void moved(Tid there, RowVersion here) {
    elsewhere.put(there, here);
  }

  /** The version that another server has at a place, which is lost then. */
  synchronized Optional<RowVersion> replayed(Tid there) {
    RowVersion here = elsewhere.remove(there);
    return here != null ? Optional.of(here) : at(there);
  }

  /** The version at a place, whoever sees it; empty where there is none. */
  public Optional<RowVersion> at(Tid place) {
    if (place.block() >= size || place.offset() < 1) {
      return Optional.empty();
    }
    HeapPage page = pages[(int) place.block()];
    return place.offset() > page.used()
        ? Optional.empty()
        : Optional.ofNullable(page.get(place.offset() - 1));
  }

  /** The rows that a snapshot sees, in the order in which they lie. */
  public HeapScan scan(Snapshot snapshot) {
    return scan(snapshot, PredicateReads.NONE, Certainty.CERTAIN);
  }

  /**
   * The same, by a transaction that may be serializable.
   *
   * @param certainty whether PostgreSQL would look at all of them as well
   */
  public HeapScan scan(Snapshot snapshot, PredicateReads reads, Certainty certainty) {
    return new HeapScan(this, snapshot, new HeapScan.Reading(reads, certainty));
  }

  /**
   * One of its indexes, made of the rows when it is first asked for.
   *
   * @param keys the key of a row; null where the index does not have it
   */
  public OrderedIndex index(int oid, Function<Object[], IndexKey> keys) {
    OrderedIndex known = indexes.get(oid);
    if (known == null) {
      known = indexes.computeIfAbsent(oid, key -> new OrderedIndex(log));
    }
    known.fill(this, keys);
    return known;
  }

  /** One of its indexes, if somebody has asked for it yet. */
  public Optional<OrderedIndex> indexInUse(int oid) {
    return Optional.ofNullable(indexes.get(oid));
  }

  /** Whoever looks for a key makes an index anew, of all rows there are then. */
  void forgetIndexes() {
    indexes.clear();
  }

  /** An index is dropped. */
  public void forgetIndex(int oid) {
    indexes.remove(oid);
  }
}
