package io.pgdouble.engine.storage;

/**
 * A walk over the rows that a snapshot sees. Blocks that are added meanwhile are not looked at, as
 * in {@code heapam.c: heap_beginscan}.
 */
public final class HeapScan {
  private final Heap heap;
  private final Snapshot snapshot;
  private final int blocks;
  private HeapPage page;
  private int block;
  private int slot;
  private int used;

  HeapScan(Heap heap, Snapshot snapshot) {
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
    return used > 0 || nextPage();
  }
}
