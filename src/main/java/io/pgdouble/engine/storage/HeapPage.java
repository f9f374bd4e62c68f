package io.pgdouble.engine.storage;

/**
 * A block of a table. Written under the heap's lock; read without any: what a reader may miss or
 * see too long, its snapshot does not see.
 */
final class HeapPage {
  /** How many rows of one {@code int4} have room in 8,192 bytes. */
  static final int ROWS = 226;

  private static final int FIRST_SIZE = 8;

  private final long block;
  private volatile RowVersion[] slots = new RowVersion[FIRST_SIZE];
  private volatile int used;

  /** How many slots below {@link #used} are empty. */
  private int free;

  HeapPage(long block) {
    this.block = block;
  }

  long block() {
    return block;
  }

  int used() {
    return used;
  }

  /** Null where the slot is empty. */
  RowVersion get(int slot) {
    return slots[slot];
  }

  /** A slot for a version; −1 where there is none. */
  int findSlot() {
    int slot = free == 0 ? used : 0;
    while (slot < used && slots[slot] != null) {
      slot++;
    }
    return slot < ROWS ? slot : -1;
  }

  /**
   * Frees a slot, if nobody sees any more what is in it.
   *
   * @return whether it is free now
   */
  boolean makeRoom(int slot, long horizon) {
    while (used < slot) {
      put(used, null);
      free++;
    }
    if (slot < used && slots[slot] != null && slots[slot].isDead(horizon)) {
      slots[slot].leaveIndexes();
      slots[slot] = null;
      free++;
    }
    return slot >= used || slots[slot] == null;
  }

  void put(int slot, RowVersion version) {
    RowVersion[] room = slots;
    if (slot == room.length) {
      room = java.util.Arrays.copyOf(room, Math.min(ROWS, room.length * 2));
    }
    room[slot] = version;
    slots = room;
    if (slot == used) {
      used = slot + 1;
    } else {
      free--;
    }
  }

  /** Takes away what nobody sees any more. */
  void prune(long horizon) {
    RowVersion[] room = slots;
    for (int i = 0; i < used; i++) {
      RowVersion version = room[i];
      if (version != null && version.isDead(horizon)) {
        version.leaveIndexes();
        room[i] = null;
        free++;
      }
    }
  }
}
