package io.pgdouble.facts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Where rows stand, by a value of theirs. */
final class Places {
  private Places() {}

  /** The places from 0 to {@code size}, by what is found at each; nulls are nowhere. */
  static Map<String, int[]> of(int size, IntFunction<Optional<String>> value) {
    Map<String, int[]> places = new HashMap<>();
    for (int i = 0; i < size; i++) {
      int place = i;
      value.apply(i).ifPresent(found -> places.merge(found, new int[] {place}, Places::joined));
    }
    return places;
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
