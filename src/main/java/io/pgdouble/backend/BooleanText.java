package io.pgdouble.backend;

import java.util.Optional;

/** Boolean words, of which any unambiguous beginning will do. {@code bool.c: parse_bool}. */
final class BooleanText {
  private BooleanText() {}

  /**
   * The value of a word.
   *
   * @param word in lower case
   */
  static Optional<Boolean> parse(String word) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if ("true".startsWith(word) || "yes".startsWith(word) || word.equals("1")) {
      return Optional.of(true);
    }
    if ("false".startsWith(word) || "no".startsWith(word) || word.equals("0")) {
      return Optional.of(false);
    }
    if (word.equals("on")) {
      return Optional.of(true);
    }
    return word.equals("off") || word.equals("of") ? Optional.of(false) : Optional.empty();
  }
}
