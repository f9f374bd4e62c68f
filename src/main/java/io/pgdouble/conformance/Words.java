package io.pgdouble.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words a case file is made of. */
final class Words {

  private static final Pattern RANGE = Pattern.compile("(\\w+)\\[(\\d+)-(\\d+)]");

  private Words() {}

  static String line(String... columns) {
    return String.join("\t", columns).stripTrailing();
  }

  static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The names that {@code C[1-97]} stands for, in order; another name is itself. */
  static List<String> names(String word) {
    Matcher range = RANGE.matcher(word);
    if (!range.matches()) {
      return List.of(word);
    }
    List<String> names = new ArrayList<>();
    for (int i = Integer.parseInt(range.group(2)); i <= Integer.parseInt(range.group(3)); i++) {
      names.add(range.group(1) + i);
    }
    return List.copyOf(names);
  }

  static Duration duration(String word) {
    if (!word.matches("\\d+ms")) {
      throw new CaseSyntaxException("found " + word + " (expected: milliseconds, as in 200ms)");
    }
    return Duration.ofMillis(Long.parseLong(word.substring(0, word.length() - 2)));
  }

  /**
   * The constant that a case file has this word for.
   *
   * @param complaint begins the error where there is none
   */
  static <T> T named(T[] constants, Function<T, String> word, String found, String complaint) {
    return Arrays.stream(constants)
        .filter(constant -> word.apply(constant).equals(found))
        .findFirst()
        .orElseThrow(() -> new CaseSyntaxException(complaint + " " + found));
  }
}
