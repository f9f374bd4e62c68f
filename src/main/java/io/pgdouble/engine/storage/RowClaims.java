package io.pgdouble.engine.storage;

import io.pgdouble.engine.storage.Claim.Holder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction may do with a version, and what it does: the checks of {@code
 * heapam_visibility.c: HeapTupleSatisfiesUpdate} and the changes of {@code heapam.c}.
 */
public final class RowClaims {
  private final SessionTransaction transaction;

  RowClaims(SessionTransaction transaction) {
    this.transaction = transaction;
  }

  /**
   * A change of a row that is wanted.
   *
   * @param by what earlier commands did is seen, and what this one did is not touched again
   * @param strength what it must keep others from
   */
  public record Wish(RowVersion.Writing by, LockStrength strength) {}

  /**
   * Ends a version and puts another in its place ({@code heap_update}).
   *
   * @param values of the new version, as {@link RowVersion#room} made them
   */
  public Attempt update(Heap heap, RowVersion version, Object[] values, Wish wish) {
    RowVersion.Writing by = wish.by();
    synchronized (version) {
      Attempt standing = check(version, wish);
      if (!(standing instanceof Attempt.Done)) {
        return standing;
      }
      RowVersion next = heap.insertNear(version, values, by);
      List<Holder> others = othersOf(version);
      if (!others.isEmpty()) {
        next.claim(new Claim(null, others, 0, null));
      }
      Holder updater = new Holder(by.xact(), wish.strength());
      version.claim(new Claim(updater, keptBy(version, by.xact()), by.command(), next));
      transaction.ended(heap, version);
      return new Attempt.Done(next);
    }
  }

  /** Ends a version ({@code heap_delete}). */
  public Attempt delete(Heap heap, RowVersion version, Wish wish) {
    RowVersion.Writing by = wish.by();
    synchronized (version) {
      Attempt standing = check(version, wish);
      if (standing instanceof Attempt.Done) {
        Holder ender = new Holder(by.xact(), LockStrength.UPDATE);
        version.claim(new Claim(ender, keptBy(version, by.xact()), by.command(), null));
        transaction.ended(heap, version);
      }
      return standing;
    }
  }

  /** Keeps others from a version ({@code heap_lock_tuple}). */
  public Attempt lock(RowVersion version, Wish wish) {
    RowVersion locked = version;
    Attempt standing = lockOne(locked, wish);
    while (standing instanceof Attempt.Done && next(locked) != null) {
      // heapam.c: heap_lock_updated_tuple: whoever changes the row next must find the lock.
      locked = next(locked);
      lockOne(locked, wish);
    }
    return standing;
  }

  private Attempt lockOne(RowVersion version, Wish wish) {
    synchronized (version) {
      Attempt standing = check(version, wish);
      if (standing instanceof Attempt.Done && !holds(version, wish.strength())) {
        Claim known = version.claim();
        List<Holder> lockers = Claim.running(known);
        lockers.add(new Holder(wish.by().xact(), wish.strength()));
        Holder updater = Claim.updaterOf(known);
        version.claim(
            updater == null
                ? new Claim(null, lockers, 0, null)
                : new Claim(updater, lockers, known.command(), known.next()));
      }
      return standing;
    }
  }

  private static RowVersion next(RowVersion version) {
    Claim claim = version.claim();
    return Claim.updaterOf(claim) == null ? null : claim.next();
  }

  private boolean holds(RowVersion version, LockStrength strength) {
    for (Holder locker : Claim.lockersOf(version.claim())) {
      if (locker.isOf(transaction)
          && !locker.xact().isAborted()
          && locker.strength().compareTo(strength) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether this transaction has locked a version in any way. */
  boolean holdsAny(RowVersion version) {
    return holds(version, LockStrength.KEY_SHARE);
  }

  /** The locks of others that still run. */
  private List<Holder> othersOf(RowVersion version) {
    List<Holder> others = new ArrayList<>(0);
    for (Holder locker : Claim.running(version.claim())) {
      if (!locker.isOf(transaction)) {
        others.add(locker);
      }
    }
    return others;
  }

  /** The locks that stay if the one that changes the version fails. */
  private static List<Holder> keptBy(RowVersion version, Xact changing) {
    List<Holder> kept = Claim.running(version.claim());
    kept.removeIf(locker -> locker.xact() == changing);
    return kept;
  }

  private Attempt check(RowVersion version, Wish wish) {
    if (!isThere(version, wish)) {
      return new Attempt.Invisible();
    }
    Claim claim = version.claim();
    Holder updater = Claim.updaterOf(claim);
    if (updater == null || !updater.strength().conflictsWith(wish.strength())) {
      return checkLockers(version, wish);
    }
    if (updater.isOf(transaction) && updater.xact().isInProgress()) {
      return claim.command() >= wish.by().command()
          ? new Attempt.DoneBySelf(claim.command())
          : new Attempt.Invisible();
    }
    if (updater.xact().isInProgress()) {
      return new Attempt.Pending(updater.xact());
    }
    if (updater.xact().isAborted()) {
      return checkLockers(version, wish);
    }
    return claim.next() == null ? new Attempt.Deleted() : new Attempt.Updated(claim.next());
  }

  private boolean isThere(RowVersion version, Wish wish) {
    Xact maker = version.xmin();
    if (maker.isInProgress()) {
      return maker.owner() == transaction && version.cmin() < wish.by().command();
    }
    return maker.isCommitted();
  }

  private Attempt checkLockers(RowVersion version, Wish wish) {
    for (Holder locker : Claim.running(version.claim())) {
      if (!locker.isOf(transaction) && locker.strength().conflictsWith(wish.strength())) {
        return new Attempt.Pending(locker.xact());
      }
    }
    return new Attempt.Done(version);
  }

  /** Whether a version is there for this transaction ({@code SnapshotSelf}). */
  public boolean isLive(RowVersion version) {
    Xact maker = version.xmin();
    boolean made = maker.isCommitted() || maker.isInProgress() && maker.owner() == transaction;
    Holder updater = Claim.updaterOf(version.claim());
    boolean ended = updater != null && (updater.xact().isCommitted() || updater.isOf(transaction));
    return made && !ended;
  }

  /** Whether a version that has a key keeps it from others ({@code SnapshotDirty}). */
  KeyClaim ofKey(RowVersion version) {
    Xact maker = version.xmin();
    if (maker.isAborted()) {
      return KeyClaim.FREE;
    }
    if (maker.isInProgress() && maker.owner() != transaction) {
      return new KeyClaim.Pending(version, maker);
    }
    Holder updater = Claim.updaterOf(version.claim());
    if (updater == null || updater.xact().isAborted()) {
      return new KeyClaim.Taken(version);
    }
    if (updater.xact().isInProgress() && !updater.isOf(transaction)) {
      return new KeyClaim.Pending(version, updater.xact());
    }
    return KeyClaim.FREE;
  }
}
