package io.pgdouble.engine.expression;

/**
 * A table whose rows FOR UPDATE or its like locks ({@code RowMarkClause}).
 *
 * @param relation its index in the range table
 * @param pushedDown whether only the query around says so
 */
public record RowMark(int relation, Strength strength, Waiting waiting, boolean pushedDown) {

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
