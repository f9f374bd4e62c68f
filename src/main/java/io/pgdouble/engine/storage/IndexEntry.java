package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.List;

/** The versions under one key of an index; guarded by itself. */
final class IndexEntry {
  /** From how many versions on those are looked for that nobody sees any more. */
  private static final int FIRST_CROWD = 8;

  private final OrderedIndex index;
  private final IndexKey key;
  private final List<RowVersion> versions = new ArrayList<>(1);
  private int crowd = FIRST_CROWD;
  private boolean removed;

  IndexEntry(OrderedIndex index, IndexKey key) {
    this.index = index;
    this.key = key;
  }

  /**
   * A version more.
   *
   * @return false if the entry is in the index no more
   */
  synchronized boolean add(RowVersion version) {
    if (removed) {
      return false;
    }
    if (versions.size() >= crowd) {
      forgetDead();
    }
    if (!versions.contains(version)) {
      versions.add(version);
      version.indexed(this);
    }
    return true;
  }

  /**
   * A row that is changed again and again has a version for each change until its block is full;
   * whoever looks for its key does not have to pass them all ({@code heap_page_prune_opt}).
   */
  private void forgetDead() {
    long horizon = index.horizon();
    versions.removeIf(version -> version.isDead(horizon));
    crowd = Math.max(FIRST_CROWD, 2 * versions.size());
  }

  synchronized void remove(RowVersion version) {
    versions.remove(version);
    if (versions.isEmpty()) {
      removed = true;
      index.forget(key, this);
    }
  }

  /** Those there are now, in the order in which they came. */
  synchronized List<RowVersion> versions() {
    return List.copyOf(versions);
  }

  /**
   * A version more, if no other has the key ({@code nbtinsert.c: _bt_check_unique}).
   *
   * @return empty if the entry is in the index no more
   */
  synchronized java.util.Optional<KeyClaim> addUnique(RowVersion version, RowClaims claims) {
    if (removed) {
      return java.util.Optional.empty();
    }
    KeyClaim standing = check(version, claims);
    if (standing instanceof KeyClaim.Free) {
      add(version);
    }
    return java.util.Optional.of(standing);
  }

  /** What of the other versions stands in the way of one. */
  synchronized KeyClaim check(RowVersion version, RowClaims claims) {
    for (RowVersion other : versions) {
      KeyClaim standing = other == version ? KeyClaim.FREE : claims.ofKey(other);
      if (!(standing instanceof KeyClaim.Free)) {
        return standing;
      }
    }
    return KeyClaim.FREE;
  }
}
