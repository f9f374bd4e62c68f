package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The versions of a table by a key ({@code nbtree}). A version stays in it until it is pruned, so
 * whoever looks must ask his snapshot.
 */
public final class OrderedIndex {
  private final ConcurrentSkipListMap<IndexKey, IndexEntry> entries = new ConcurrentSkipListMap<>();
  private final CommitLog log;
  private volatile boolean filled;

  OrderedIndex(CommitLog log) {
    this.log = log;
  }

  /** What was ended no later than this, nobody sees any more. */
  long horizon() {
    return log.horizon();
  }

  /**
   * What the table has is in it from now on. Whoever adds a row meanwhile finds the index and adds
   * it as well; the same row twice is once.
   */
  void fill(Heap heap, Function<Object[], IndexKey> keys) {
    if (!filled) {
      fillOnce(heap, keys);
    }
  }

  private synchronized void fillOnce(Heap heap, Function<Object[], IndexKey> keys) {
    if (filled) {
      return;
    }
    long horizon = heap.log().horizon();
    everyVersion(
        heap,
        version -> {
          IndexKey key = version.isDead(horizon) ? null : keys.apply(version.values());
          if (key != null) {
            insert(key, version);
          }
        });
    filled = true;
  }

  private static void everyVersion(Heap heap, Consumer<RowVersion> use) {
    for (int block = 0; block < heap.blocks(); block++) {
      HeapPage page = heap.page(block);
      for (int slot = 0; slot < page.used(); slot++) {
        Optional.ofNullable(page.get(slot)).ifPresent(use);
      }
    }
  }

  /** A version more, whoever else has its key. */
  public void insert(IndexKey key, RowVersion version) {
    while (!entry(key).add(version)) {
      // The entry was emptied at this moment, and another takes its place.
      continue;
    }
  }

  /** A version more, unless another has its key. */
  public KeyClaim insertUnique(IndexKey key, RowVersion version, RowClaims claims) {
    Optional<KeyClaim> standing = entry(key).addUnique(version, claims);
    while (standing.isEmpty()) {
      standing = entry(key).addUnique(version, claims);
    }
    return standing.get();
  }

  /** What stands in the way of a key; of a version that is in the index, or of a new one: null. */
  public KeyClaim check(IndexKey key, RowVersion version, RowClaims claims) {
    IndexEntry known = entries.get(key);
    return known == null ? KeyClaim.FREE : known.check(version, claims);
  }

  private IndexEntry entry(IndexKey key) {
    IndexEntry known = entries.get(key);
    if (known != null) {
      return known;
    }
    IndexEntry made = new IndexEntry(this, key);
    known = entries.putIfAbsent(key, made);
    if (known == null) {
      key.settle();
      return made;
    }
    return known;
  }

  void forget(IndexKey key, IndexEntry entry) {
    entries.remove(key, entry);
  }

  /** The versions under a key with all columns, whoever sees them. */
  public List<RowVersion> find(IndexKey key) {
    IndexEntry known = entries.get(key);
    return known == null ? List.of() : known.versions();
  }

  /** The versions under all keys that begin with these columns, in the order of the table. */
  public List<RowVersion> findPrefix(IndexKey prefix) {
    List<RowVersion> found = new ArrayList<>();
    for (var one : entries.tailMap(prefix).entrySet()) {
      if (!one.getKey().hasPrefix(prefix)) {
        break;
      }
      found.addAll(one.getValue().versions());
    }
    found.sort(Comparator.comparingLong(RowVersion::place));
    return found;
  }
}
