package io.pgdouble.engine.storage;

/**
 * A walk over the rows that a snapshot sees. Blocks that are added meanwhile are not looked at, as
 * in {@code heapam.c: heap_beginscan}.
 */
public final class HeapScan {
  private final Heap heap;
  private final Snapshot snapshot;
  private final int blocks;
  private final Reading reading;
  private HeapPage page;
  private int block;
  private int slot;
  private int used;

  /** What is noted of it. */
  record Reading(PredicateReads reads, Certainty certainty) {}

  HeapScan(Heap heap, Snapshot snapshot, Reading reading) {
    this.reading = reading;
    this.heap = heap;
    this.snapshot = snapshot;
    this.blocks = heap.blocks();
  }

  /** The next version that is seen; null behind the last. */
  public RowVersion next() {
    while (slot < used || nextPage()) {
      RowVersion version = page.get(slot++);
      if (version != null && snapshot.sees(version)) {
        return version;
      }
    }
    return null;
  }

  /** Also one without rows. */
  private boolean nextPage() {
    if (block == blocks) {
      return false;
    }
    page = heap.page(block++);
    used = page.used();
    slot = 0;
    note();
    return used > 0 || nextPage();
  }

  /** {@code heapgetpage}: all versions of a page are looked at together. */
  private void note() {
    PredicateReads reads = reading.reads();
    if (reads == PredicateReads.NONE) {
      return;
    }
    reads.page();
    for (int i = 0; i < used; i++) {
      RowVersion version = page.get(i);
      if (version != null) {
        reads.looksAt(version, snapshot, reading.certainty());
      }
    }
  }
}
