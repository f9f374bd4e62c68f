package io.pgdouble.validation;

import java.util.Arrays;

/** What was told about things with names: a number for each. Makes no objects once it has grown. */
final class Shapes {
  /** Nothing was told of it. */
  static final int UNKNOWN = -1;

  /** It was told that it returns no rows. */
  static final int NO_ROWS = -2;

  private static final int FIRST_CAPACITY = 8;

  private long[] names = new long[FIRST_CAPACITY];
  private int[] shapes = new int[FIRST_CAPACITY];
  private int size;

  int get(long name) {
    int at = find(name);
    return at < 0 ? UNKNOWN : shapes[at];
  }

  void put(long name, int shape) {
    int at = find(name);
    if (at < 0) {
      at = size++;
      makeRoom();
      names[at] = name;
    }
    shapes[at] = shape;
  }

  void remove(long name) {
    int at = find(name);
    if (at >= 0) {
      size--;
      names[at] = names[size];
      shapes[at] = shapes[size];
    }
  }

  void clear() {
    size = 0;
  }

  private void makeRoom() {
    if (size > names.length) {
      names = Arrays.copyOf(names, 2 * names.length);
      shapes = Arrays.copyOf(shapes, names.length);
    }
  }

  /** The newest is looked for first: it is mostly that one. */
  private int find(long name) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }
}
