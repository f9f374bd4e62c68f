package io.pgdouble.engine.storage;

/** What one serializable transaction reads of one table. */
record RelationReads(
    SerializableTransactions all, SerializableXact me, PredicateTarget relation, int blocks)
    implements PredicateReads {
  /** A btree has one leaf as long as there are no more rows than that, whatever their keys. */
  private static final int ONE_LEAF = 1;

  @Override
  public void page() {
    if (!isSafe()) {
      all.requireNotDoomed(me, "conflict out checking");
    }
  }

  private boolean isSafe() {
    return me.safety == SerializableXact.Safety.SAFE;
  }

  @Override
  public void whole(Certainty certainty) {
    if (!isSafe()) {
      all.reads(me, relation, certainty);
    }
  }

  @Override
  public void index(int oid, Certainty certainty) {
    if (!isSafe()) {
      PredicateTarget index =
          PredicateTarget.relation(relation.database(), Integer.toUnsignedLong(oid));
      Certainty leaf = blocks <= ONE_LEAF ? Certainty.CERTAIN : Certainty.POSSIBLE;
      all.reads(me, index.page(1), certainty.and(leaf));
    }
  }

  @Override
  public void looksAt(RowVersion version, Snapshot snapshot, Certainty certainty) {
    page();
    Xact writer = isSafe() ? null : writer(version, snapshot);
    SerializableXact other = writer == null ? null : writer.serializable();
    if (other != null && !writer.isCommittedBy(snapshot.sequence())) {
      all.readsBeside(me, other, certainty);
    }
  }

  /** Whose doing it is that it is not seen, or will not be; null where nobody's. */
  private static Xact writer(RowVersion version, Snapshot snapshot) {
    if (version.xmin().isAborted()) {
      return null;
    }
    Claim.Holder updater = Claim.updaterOf(version.claim());
    boolean seen = snapshot.sees(version);
    if (updater == null) {
      return seen ? null : version.xmin();
    }
    return seen ? updater.xact() : version.xmin();
  }

  @Override
  public void row(RowVersion version, Certainty certainty) {
    if (!isSafe() && version.xmin().owner() != me.session) {
      all.reads(me, relation.tuple(version), certainty);
    }
  }
}
