package io.pgdouble.validation;

import java.util.Arrays;

/**
 * What was told about things with names: a number for each. A table with open addresses, which
 * makes no objects once it has grown.
 */
final class Shapes {
  /** Nothing was told of it. */
  static final int UNKNOWN = -1;

  /** It was told that it returns no rows. */
  static final int NO_ROWS = -2;

  private static final int FIRST_CAPACITY = 8;

  private long[] names = new long[FIRST_CAPACITY];
  private int[] shapes = new int[FIRST_CAPACITY];
  private boolean[] taken = new boolean[FIRST_CAPACITY];
  private int size;

  int get(long name) {
    int at = find(name);
    return taken[at] ? shapes[at] : UNKNOWN;
  }

  void put(long name, int shape) {
    int at = find(name);
    if (!taken[at]) {
      size++;
      taken[at] = true;
      names[at] = name;
    }
    shapes[at] = shape;
    if (2 * size > names.length) {
      grow();
    }
  }

  /** What stands behind it closes up, so that it is found as before. */
  void remove(long name) {
    int gap = find(name);
    if (!taken[gap]) {
      return;
    }
    size--;
    taken[gap] = false;
    for (int at = next(gap); taken[at]; at = next(at)) {
      taken[at] = false;
      int place = find(names[at]);
      names[place] = names[at];
      shapes[place] = shapes[at];
      taken[place] = true;
    }
  }

  void clear() {
    if (size > 0) {
      size = 0;
      Arrays.fill(taken, false);
    }
  }

  private void grow() {
    long[] oldNames = names;
    int[] oldShapes = shapes;
    boolean[] oldTaken = taken;
    names = new long[2 * oldNames.length];
    shapes = new int[names.length];
    taken = new boolean[names.length];
    size = 0;
    for (int i = 0; i < oldNames.length; i++) {
      if (oldTaken[i]) {
        put(oldNames[i], oldShapes[i]);
      }
    }
  }

  /** Where it is, or where it would be. */
  private int find(long name) {
    int at = (int) (name ^ name >>> 32) & names.length - 1;
    while (taken[at] && names[at] != name) {
      at = next(at);
    }
    return at;
  }

  private int next(int at) {
    return at + 1 & names.length - 1;
  }
}
