package io.pgdouble.engine.storage;

/** What a serializable transaction reads of one table. */
public interface PredicateReads {
  /** Of whoever is not serializable. */
  PredicateReads NONE =
      new PredicateReads() {
        @Override
        public void page() {}

        @Override
        public void whole(Certainty certainty) {}

        @Override
        public void index(int oid, Certainty certainty) {}

        @Override
        public void looksAt(RowVersion version, Snapshot snapshot, Certainty certainty) {}

        @Override
        public void row(RowVersion version, Certainty certainty) {}
      };

  /** A page is looked at, also one without rows. */
  void page();

  /** All of it. */
  void whole(Certainty certainty);

  /** The part of an index where a key is, or would be. */
  void index(int oid, Certainty certainty);

  /** A version, whether or not it is seen ({@code HeapCheckForSerializableConflictOut}). */
  void looksAt(RowVersion version, Snapshot snapshot, Certainty certainty);

  /** A version that is seen. */
  void row(RowVersion version, Certainty certainty);
}
