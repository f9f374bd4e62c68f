package io.pgdouble.validation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

  /** Those that begin with each capital letter: every answer's tag is looked for. */
  private static final Tag[][] BY_FIRST_LETTER = byFirstLetter();

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
    int letter = body.ahead(0) - 'A';
    if (letter < 0 || letter >= BY_FIRST_LETTER.length) {
      return OTHER;
    }
    for (Tag tag : BY_FIRST_LETTER[letter]) {
      if (body.startsWith(tag.words) && tag.endsAt(body)) {
        return tag;
      }
    }
    return OTHER;
  }

  private static Tag[][] byFirstLetter() {
    Tag[][] lists = new Tag['Z' - 'A' + 1][];
    for (int i = 0; i < lists.length; i++) {
      int letter = 'A' + i;
      lists[i] =
          Arrays.stream(values())
              .filter(tag -> tag != OTHER && tag.words[0] == letter)
              .toArray(Tag[]::new);
    }
    return lists;
  }

  private boolean endsAt(Body body) {
    int next = body.ahead(words.length);
    int afterSpace = body.ahead(words.length + 1);
    return next == 0 || next == ' ' && afterSpace >= '0' && afterSpace <= '9';
  }
}
