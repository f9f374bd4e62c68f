package io.pgdouble.validation;

/**
 * In which states a session can be, by what was completed and what failed: a set, since not
 * everything shows. {@code xact.c}.
 */
final class TransactionStatus {
  private static final int IDLE = 1;
  private static final int IN_BLOCK = 2;
  private static final int FAILED = 4;
  private static final int ANY = IDLE | IN_BLOCK | FAILED;

  private final Findings findings;
  private int possible = ANY;
  private boolean savepoints = true;

  TransactionStatus(Findings findings) {
    this.findings = findings;
  }

  /** A session begins. */
  void begin() {
    possible = IDLE;
    savepoints = false;
  }

  /** Anything may have happened. */
  void forget() {
    possible = ANY;
    savepoints = true;
  }

  /**
   * A command completed.
   *
   * @param chains whether it may have been followed by AND CHAIN
   */
  void completed(Tag tag, Chains chains) {
    if (possible == FAILED && tag != Tag.ROLLBACK) {
      findings.backend(Rule.FAILED_BLOCK_ENDS_ONLY, tag + " in a failed transaction block");
    }
    int chained = chains == Chains.PERHAPS ? IN_BLOCK : 0;
    switch (tag) {
      case BEGIN, START_TRANSACTION -> {
        savepoints &= possible != IDLE;
        possible = IN_BLOCK;
      }
      case SAVEPOINT, RELEASE -> {
        savepoints = true;
        possible = IN_BLOCK;
      }
      case COMMIT -> possible = IDLE | chained;
      case PREPARE_TRANSACTION -> possible = IDLE;
      case ROLLBACK -> rolledBack(chained);
      case SELECT, FETCH, INSERT, UPDATE, DELETE, MERGE, OTHER -> {}
    }
  }

  /** To a savepoint the block goes on; without one it ends. */
  private void rolledBack(int chained) {
    boolean outside = possible == IDLE;
    possible = IDLE | (outside ? 0 : chained) | (savepoints && !outside ? IN_BLOCK : 0);
  }

  /** A command failed; a COMMIT that fails ends its block. */
  void failed() {
    possible = possible == IDLE ? IDLE : possible == FAILED ? FAILED : FAILED | IDLE;
  }

  /** ReadyForQuery tells. */
  void told(int status) {
    int now = status == 'I' ? IDLE : status == 'T' ? IN_BLOCK : status == 'E' ? FAILED : ANY;
    if ((now & possible) == 0) {
      findings.backend(
          Rule.STATUS_FOLLOWS, "found " + (char) status + " (expected: " + words() + ")");
    }
    possible = now;
    savepoints &= now != IDLE;
  }

  private String words() {
    String letters =
        ((possible & IDLE) != 0 ? " or I" : "")
            + ((possible & IN_BLOCK) != 0 ? " or T" : "")
            + ((possible & FAILED) != 0 ? " or E" : "");
    return letters.substring(" or ".length());
  }

  /** Whether a COMMIT or ROLLBACK may begin a new block. */
  enum Chains {
    NEVER,
    PERHAPS
  }
}
