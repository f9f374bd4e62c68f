package io.pgdouble.engine.storage;

/**
 * A moment: what was committed before it is seen, and of one's own transaction what earlier
 * commands have done. Source: {@code snapmgr.c}, {@code heapam_visibility.c:
 * HeapTupleSatisfiesMVCC}.
 *
 * @param sequence the last commit that is seen
 * @param owner whose own changes are seen
 * @param command the number of the command that looks: it does not see what it does itself
 */
public record Snapshot(long sequence, SessionTransaction owner, int command) {

  /** Before everything. */
  public static final Snapshot NOTHING = new Snapshot(-1, null, -1);

  /** Whether a version is the one that is seen of its row. */
  public boolean sees(RowVersion version) {
    return seesMaker(version) && !seesEnd(version.claim());
  }

  private boolean seesMaker(RowVersion version) {
    Xact maker = version.xmin();
    if (maker.isCommittedBy(sequence)) {
      return true;
    }
    return maker.owner() == owner && !maker.isAborted() && version.cmin() < command;
  }

  private boolean seesEnd(Claim claim) {
    if (claim == null || claim.updater() == null) {
      return false;
    }
    Xact ender = claim.updater().xact();
    if (ender.isCommittedBy(sequence)) {
      return true;
    }
    return ender.owner() == owner && !ender.isAborted() && claim.command() < command;
  }

  /** The same moment, for a later command of the same transaction. */
  Snapshot at(int otherCommand) {
    return new Snapshot(sequence, owner, otherCommand);
  }
}
