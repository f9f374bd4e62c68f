package io.pgdouble.engine.expression;

/**
 * A table whose rows FOR UPDATE or its like locks ({@code RowMarkClause}).
 *
 * @param relation its index in the range table
 */
public record RowMark(int relation, Strength strength, Waiting waiting) {

  /** {@code LockClauseStrength}, weakest first. */
  public enum Strength {
    KEY_SHARE,
    SHARE,
    NO_KEY_UPDATE,
    UPDATE
  }

  /** What to do about a row that another holds ({@code LockWaitPolicy}). */
  public enum Waiting {
    BLOCK,
    SKIP_LOCKED,
    NOWAIT
  }
}
