package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads an array's text in one go, element by element, as 17 and later do. Server: {@code
 * arrayfuncs.c: ReadArrayStr, ReadArrayToken}.
 */
final class ArrayReader {
  private static final int UNKNOWN = -1;

  private final ArrayTokens tokens;
  private final Elements elements;
  private final boolean given;
  private final int[] dimensions = new int[ArrayValue.MAX_DIMENSIONS];
  private final int[] counts = new int[ArrayValue.MAX_DIMENSIONS];
  private final List<Object> items = new ArrayList<>();
  private int depth;
  private int level;
  private boolean frozen;
  private boolean delimiterDue;

  /** What an element's text means. */
  interface Elements {
    Object read(String text);
  }

  private ArrayReader(ArrayTokens tokens, Elements elements, int[] dimensions) {
    this.tokens = tokens;
    this.elements = elements;
    this.given = dimensions.length > 0;
    this.frozen = given;
    this.depth = dimensions.length;
    Arrays.fill(this.dimensions, UNKNOWN);
    System.arraycopy(dimensions, 0, this.dimensions, 0, dimensions.length);
  }

  /** What was read: its dimensions, and its elements in row-major order. */
  record Contents(int[] dimensions, List<Object> items) {}

  static Contents read(ArrayTokens tokens, Elements elements, int[] dimensions) {
    ArrayReader reader = new ArrayReader(tokens, elements, dimensions);
    do {
      reader.one(tokens.next());
    } while (reader.level > 0);
    tokens.requireEnd();
    return new Contents(Arrays.copyOf(reader.dimensions, reader.depth), reader.items);
  }

  private void one(ArrayTokens.Kind kind) {
    switch (kind) {
      case LEVEL_START -> open();
      case LEVEL_END -> close();
      case DELIMITER -> {
        if (!delimiterDue) {
          throw tokens.unexpected();
        }
        delimiterDue = false;
      }
      case ELEMENT, NULL -> {
        if (delimiterDue) {
          throw tokens.malformed("Unexpected array element.");
        }
        element(kind == ArrayTokens.Kind.NULL ? null : elements.read(tokens.text()));
      }
    }
  }

  private void open() {
    if (delimiterDue) {
      throw tokens.unexpected();
    }
    if (level >= ArrayValue.MAX_DIMENSIONS) {
      throw tooManyDimensions();
    }
    counts[level++] = 0;
    if (level > depth) {
      if (frozen) {
        throw mismatch();
      }
      depth = level;
    }
  }

  private void close() {
    if (counts[level - 1] > 0 && !delimiterDue) {
      throw tokens.unexpected();
    }
    level--;
    if (level > 0) {
      counts[level - 1]++;
    }
    if (dimensions[level] == UNKNOWN) {
      dimensions[level] = counts[level];
    } else if (counts[level] != dimensions[level]) {
      throw mismatch();
    }
    delimiterDue = true;
  }

  private void element(Object value) {
    items.add(value);
    frozen = true;
    if (level != depth) {
      throw mismatch();
    }
    counts[level - 1]++;
    delimiterDue = true;
  }

  static ReportedError tooManyDimensions() {
    return new ReportedError(
        SqlState.PROGRAM_LIMIT_EXCEEDED,
        "number of array dimensions exceeds the maximum allowed ("
            + ArrayValue.MAX_DIMENSIONS
            + ")");
  }

  private ReportedError mismatch() {
    return tokens.malformed(
        given
            ? "Specified array dimensions do not match array contents."
            : "Multidimensional arrays must have sub-arrays with matching dimensions.");
  }
}
