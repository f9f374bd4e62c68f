package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import java.util.Arrays;

/**
 * Counts braces and delimiters to find an array's dimensions, and whether the text is well-formed.
 * Server: {@code arrayfuncs.c: ArrayCount}.
 */
final class ArrayBraces {
  private static final int MAX = ArrayValue.MAX_DIMENSIONS;
  private static final int[] EMPTY = {};

  private final String text;
  private final char delimiter;
  private final int[] sizes = new int[MAX];
  private final int[] lengths = new int[MAX];
  private final int[] lastLengths = new int[MAX];
  private State state = State.NO_LEVEL;
  private final int start;
  private int next;
  private int level;
  private int dimensions = 1;
  private boolean inQuotes;
  private boolean empty = true;
  private boolean done;

  /** {@code ArrayParseState}. */
  private enum State {
    NO_LEVEL,
    LEVEL_STARTED,
    ELEMENT_STARTED,
    QUOTED_STARTED,
    QUOTED_COMPLETED,
    ELEMENT_DELIMITED,
    LEVEL_COMPLETED,
    LEVEL_DELIMITED
  }

  private ArrayBraces(String text, int from, char delimiter) {
    this.text = text;
    this.next = from;
    this.start = from;
    this.delimiter = delimiter;
    Arrays.fill(lengths, 1);
  }

  /** The dimensions; none for an array without elements. */
  static int[] count(String text, int from, char delimiter) {
    return new ArrayBraces(text, from, delimiter).count();
  }

  private int[] count() {
    while (!done) {
      one();
      next++;
    }
    if (Ascii.skipSpaces(text, next) < text.length()) {
      throw malformed("Junk after closing right brace.");
    }
    return empty ? EMPTY : Arrays.copyOf(sizes, dimensions);
  }

  private void one() {
    empty &= state != State.ELEMENT_STARTED && state != State.QUOTED_STARTED;
    if (next >= text.length()) {
      throw malformed("Unexpected end of input.");
    }
    char c = text.charAt(next);
    if (c == '\\') {
      escape();
    } else if (c == '"') {
      quote();
    } else if (!inQuotes && c == '{') {
      open();
    } else if (!inQuotes && c == '}') {
      close();
    } else if (!inQuotes && c == delimiter) {
      delimit();
    } else if (!inQuotes && !Ascii.isSpace(c)) {
      if (state != State.LEVEL_STARTED
          && state != State.ELEMENT_STARTED
          && state != State.ELEMENT_DELIMITED) {
        throw malformed("Unexpected array element.");
      }
      state = State.ELEMENT_STARTED;
    }
  }

  private void escape() {
    if (state != State.LEVEL_STARTED
        && state != State.ELEMENT_STARTED
        && state != State.QUOTED_STARTED
        && state != State.ELEMENT_DELIMITED) {
      throw unexpected('\\');
    }
    if (state != State.QUOTED_STARTED) {
      state = State.ELEMENT_STARTED;
    }
    next++;
    if (next >= text.length()) {
      throw malformed("Unexpected end of input.");
    }
  }

  private void quote() {
    if (state != State.LEVEL_STARTED
        && state != State.QUOTED_STARTED
        && state != State.ELEMENT_DELIMITED) {
      throw malformed("Unexpected array element.");
    }
    inQuotes = !inQuotes;
    state = inQuotes ? State.QUOTED_STARTED : State.QUOTED_COMPLETED;
  }

  private void open() {
    if (state != State.NO_LEVEL && state != State.LEVEL_STARTED && state != State.LEVEL_DELIMITED) {
      throw unexpected('{');
    }
    state = State.LEVEL_STARTED;
    if (level >= MAX) {
      throw ArrayIo.tooManyDimensions(level + 1);
    }
    sizes[level] = 0;
    level++;
    dimensions = Math.max(dimensions, level);
  }

  private void close() {
    if (!isComplete() && !(level == 1 && state == State.LEVEL_STARTED)) {
      throw unexpected('}');
    }
    state = State.LEVEL_COMPLETED;
    level--;
    if (lastLengths[level] != 0 && lengths[level] != lastLengths[level]) {
      throw malformed("Multidimensional arrays must have sub-arrays with matching dimensions.");
    }
    lastLengths[level] = lengths[level];
    lengths[level] = 1;
    if (level == 0) {
      done = true;
      sizes[dimensions - 1]++;
    } else {
      sizes[level - 1]++;
    }
  }

  private boolean isComplete() {
    return state == State.ELEMENT_STARTED
        || state == State.QUOTED_COMPLETED
        || state == State.LEVEL_COMPLETED;
  }

  private void delimit() {
    if (!isComplete()) {
      throw unexpected(delimiter);
    }
    state = state == State.LEVEL_COMPLETED ? State.LEVEL_DELIMITED : State.ELEMENT_DELIMITED;
    lengths[level - 1]++;
    sizes[dimensions - 1]++;
  }

  private ReportedError unexpected(char c) {
    return malformed("Unexpected \"" + c + "\" character.");
  }

  /** What stands before the first brace is not shown. */
  private ReportedError malformed(String detail) {
    return ArrayText.malformed(text.substring(start), detail);
  }
}
