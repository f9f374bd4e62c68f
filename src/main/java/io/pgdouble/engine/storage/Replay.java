package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does again what a transaction of another server has done ({@code heap_redo}). */
final class Replay {
  private final Storage storage;
  private final Map<Long, Xact> xacts = new HashMap<>();
  private final List<Xact> begun = new ArrayList<>();

  Replay(Storage storage) {
    this.storage = storage;
  }

  /** All of it is seen at once. */
  void run(List<RowWrite> writes) {
    writes.forEach(this::one);
    for (RowWrite write : writes) {
      if (write instanceof RowWrite.Put put && !storage.isLost(put.file())) {
        storage.heap(put.file(), Heap.Keeping.PERMANENT).forgetIndexes();
      }
    }
    begun.forEach(storage.log()::commit);
    for (RowWrite write : writes) {
      if (write instanceof RowWrite.Forgotten gone) {
        storage.forget(gone.file());
      }
    }
  }

  private void one(RowWrite write) {
    if (write instanceof RowWrite.Put lossy && lossy.isLossy()) {
      storage.lose(lossy.file());
    }
    if (storage.isLost(write.file())) {
      return;
    }
    if (write instanceof RowWrite.End end) {
      end(end);
    } else if (write instanceof RowWrite.Put put) {
      put(put);
    } else if (write instanceof RowWrite.Moved moved) {
      storage.sequence(moved.file(), moved.state().lastValue()).set(moved.state());
    }
  }

  private Xact xact(long xid) {
    return xacts.computeIfAbsent(
        xid,
        key -> {
          Xact made = storage.log().foreign(xid);
          begun.add(made);
          return made;
        });
  }

  private void put(RowWrite.Put put) {
    Heap heap = storage.heap(put.file(), Heap.Keeping.PERMANENT);
    RowVersion version = heap.replay(put, xact(put.xid()));
    if (!version.tid().equals(put.place())) {
      heap.moved(put.place(), version);
    }
  }

  private void end(RowWrite.End end) {
    Heap heap = storage.heap(end.file(), Heap.Keeping.PERMANENT);
    Optional<RowVersion> version = heap.replayed(end.place());
    Xact ender = xact(end.xid());
    version.ifPresent(
        one ->
            one.claim(new Claim(new Claim.Holder(ender, LockStrength.UPDATE), List.of(), 0, null)));
  }
}
