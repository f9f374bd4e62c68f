package io.pgdouble.conformance;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a generator chooses, read from a list of numbers. Where the list ends every choice is the
 * first: a shorter list of smaller numbers makes a simpler thing, which is how it shrinks.
 */
final class Choices {
  private final List<Integer> numbers;
  private int next;

  Choices(List<Integer> numbers) {
    this.numbers = numbers;
  }

  /** A number from 0 up to, not including, this one. */
  int below(int bound) {
    return next < numbers.size() ? numbers.get(next++) % bound : 0;
  }

  /** Once in so many times. */
  boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  String of(String... words) {
    return words[below(words.length)];
  }

  String of(List<String> words) {
    return words.get(below(words.size()));
  }

  @SafeVarargs
  final String made(Supplier<String>... makers) {
    return makers[below(makers.length)].get();
  }
}
