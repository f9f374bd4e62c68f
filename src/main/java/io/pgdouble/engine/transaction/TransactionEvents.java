package io.pgdouble.engine.transaction;

/**
 * What happens to a session's memory as transactions begin and end, in the order in which {@code
 * xact.c} calls the {@code AtEOXact_…} family. Only {@link #preCommit} and {@link #prepare} may
 * report an error.
 */
public interface TransactionEvents {
  /** A top-level transaction has begun; its characteristics are the session's defaults. */
  void started();

  /** Last chance to fail: cursors WITH HOLD are run to their end. */
  void preCommit();

  /** The transaction goes on without its session, under a name of its own. */
  void prepare(String gid);

  void committed();

  /** The transaction failed or is rolled back; the block may still await ROLLBACK. */
  void aborted();

  /** What a failed transaction left is cleared away, now that its block has ended. */
  void cleanedUp();

  void subStarted(SubTransaction sub);

  void subCommitted(SubTransaction sub);

  void subAborted(SubTransaction sub);

  void subCleanedUp(SubTransaction sub);

  /** The characteristics to be kept for the next transaction of AND CHAIN. */
  void saveCharacteristics();

  /** The new transaction of AND CHAIN gets what was saved. */
  void restoreCharacteristics();
}
