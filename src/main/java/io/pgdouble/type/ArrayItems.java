package io.pgdouble.type;

/**
 * Takes the elements' texts out of an array's, when its outline is known to be right. Server:
 * {@code arrayfuncs.c: ReadArrayStr}.
 */
final class ArrayItems {
  private final String text;
  private final char delimiter;
  private final int[] dimensions;
  private final int[] index;
  private final String[] items;
  private final StringBuilder item = new StringBuilder();
  private int next;
  private int level;

  /** Where the item belongs; -1 as long as it has not ended. */
  private int offset;

  private int length;
  private boolean inQuotes;
  private boolean leadingSpace;
  private boolean quoted;
  private boolean done;

  private ArrayItems(ArrayText array, String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
    this.dimensions = array.dimensions();
    this.index = new int[dimensions.length];
    this.items = new String[ArrayIo.checkedSize(dimensions, array.lowerBounds())];
    this.next = array.contents();
  }

  /** The texts in row-major order; null for NULL. */
  static String[] read(ArrayText array, String text, char delimiter) {
    ArrayItems items = new ArrayItems(array, text, delimiter);
    while (!items.done) {
      items.one();
    }
    return items.items;
  }

  private void one() {
    item.setLength(0);
    length = 0;
    offset = -1;
    leadingSpace = true;
    quoted = false;
    boolean ended = false;
    while (!ended) {
      ended = character(text.charAt(next));
      next++;
    }
    if (offset < 0 || offset >= items.length) {
      throw TypeErrors.invalidArray(text);
    }
    item.setLength(length);
    boolean isNull = !quoted && item.toString().equalsIgnoreCase("NULL");
    items[offset] = isNull ? null : item.toString();
  }

  /** Whether the item ends with this character. */
  private boolean character(char c) {
    if (c == '\\') {
      next++;
      take(text.charAt(next));
      quoted = true;
    } else if (c == '"') {
      inQuotes = !inQuotes;
      leadingSpace = false;
      length = inQuotes ? length : item.length();
      quoted = true;
    } else if (inQuotes) {
      item.append(c);
    } else if (c == '{') {
      level++;
      index[level - 1] = 0;
    } else if (c == '}') {
      return close();
    } else if (c == delimiter) {
      setOffset();
      index[index.length - 1]++;
      return true;
    } else if (!Ascii.isSpace(c)) {
      take(c);
    } else if (!leadingSpace) {
      item.append(c);
    }
    return false;
  }

  private void take(char c) {
    item.append(c);
    leadingSpace = false;
    length = item.length();
  }

  private boolean close() {
    setOffset();
    index[level - 1] = 0;
    level--;
    if (level > 0) {
      index[level - 1]++;
    }
    done = level == 0;
    return done;
  }

  private void setOffset() {
    if (offset >= 0) {
      return;
    }
    offset = 0;
    for (int i = 0; i < dimensions.length; i++) {
      offset = offset * dimensions[i] + index[i];
    }
  }
}
