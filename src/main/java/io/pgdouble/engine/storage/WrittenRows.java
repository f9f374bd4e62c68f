package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows one transaction has written and ended, until it is known how it ends. */
final class WrittenRows {
  private final Map<Heap, OfTable> tables = new LinkedHashMap<>();
  private Heap last;
  private OfTable ofLast;

  private static final class OfTable {
    private final List<RowVersion> written = new ArrayList<>(1);
    private final List<RowVersion> ended = new ArrayList<>(0);
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** What another has written is this one's. */
  void takeOver(WrittenRows other) {
    tables.putAll(other.tables);
    other.clear();
  }

  void clear() {
    tables.clear();
    last = null;
    ofLast = null;
  }

  private OfTable of(Heap heap) {
    if (heap != last) {
      last = heap;
      ofLast = tables.computeIfAbsent(heap, key -> new OfTable());
    }
    return ofLast;
  }

  void written(Heap heap, RowVersion version) {
    of(heap).written.add(version);
  }

  void ended(Heap heap, RowVersion version) {
    of(heap).ended.add(version);
  }

  /** What has come of it, now that it has committed. */
  List<RowWrite> committed() {
    List<RowWrite> writes = new ArrayList<>();
    tables.forEach(
        (heap, rows) -> {
          for (RowVersion version : rows.ended) {
            if (isEnded(version)) {
              long xid = version.claim().updater().xact().id();
              writes.add(new RowWrite.End(heap.file(), version.tid(), xid));
            }
          }
          for (RowVersion version : rows.written) {
            if (version.xmin().isCommitted() && !isEnded(version)) {
              writes.add(put(heap, version));
            }
          }
        });
    return writes;
  }

  static RowWrite.Put put(Heap heap, RowVersion version) {
    Object[] columns = Arrays.copyOf(version.values(), version.columns());
    return new RowWrite.Put(heap.file(), version.tid(), columns, version.xmin().id());
  }

  private static boolean isEnded(RowVersion version) {
    Claim.Holder updater = Claim.updaterOf(version.claim());
    return updater != null && updater.xact().isCommitted();
  }
}
