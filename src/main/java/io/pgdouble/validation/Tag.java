package io.pgdouble.validation;

import java.nio.charset.StandardCharsets;

/** The tags of commands from which something follows. A table. */
enum Tag {
  BEGIN("BEGIN", Counts.NOTHING),
  START_TRANSACTION("START TRANSACTION", Counts.NOTHING),
  SAVEPOINT("SAVEPOINT", Counts.NOTHING),
  RELEASE("RELEASE", Counts.NOTHING),
  COMMIT("COMMIT", Counts.NOTHING),
  PREPARE_TRANSACTION("PREPARE TRANSACTION", Counts.NOTHING),
  ROLLBACK("ROLLBACK", Counts.NOTHING),
  SELECT("SELECT", Counts.ROWS_IF_AT_ALL),
  FETCH("FETCH", Counts.ROWS),
  INSERT("INSERT", Counts.ROWS),
  UPDATE("UPDATE", Counts.ROWS),
  DELETE("DELETE", Counts.ROWS),
  MERGE("MERGE", Counts.ROWS),
  OTHER("", Counts.NOTHING);

  private static final Tag[] ALL = values();

  /** What stands behind the words. */
  enum Counts {
    NOTHING,
    ROWS,
    /** A walsender's SELECT does not count. */
    ROWS_IF_AT_ALL
  }

  private final byte[] words;
  private final Counts counts;

  Tag(String words, Counts counts) {
    this.words = words.getBytes(StandardCharsets.US_ASCII);
    this.counts = counts;
  }

  Counts counts() {
    return counts;
  }

  /** The tag with which a body begins: its words, and nothing or a count behind them. */
  static Tag of(Body body) {
    for (Tag tag : ALL) {
      if (body.startsWith(tag.words) && tag.endsAt(body)) {
        return tag;
      }
    }
    return OTHER;
  }

  private boolean endsAt(Body body) {
    int next = body.ahead(words.length);
    int afterSpace = body.ahead(words.length + 1);
    return next == 0 || next == ' ' && afterSpace >= '0' && afterSpace <= '9' || this == OTHER;
  }
}
