package io.pgdouble.engine.function;

import io.pgdouble.engine.regex.Regex;
import io.pgdouble.engine.regex.RegexOptions;

/** Regular expressions with options by letters. */
public final class Patterns {
  private Patterns() {}

  /**
   * Compiles a pattern to see whether it is one.
   *
   * @throws io.pgdouble.error.ReportedError {@code 2201B} if it is not
   */
  public static void check(String pattern, String options) {
    Regex.compile(pattern, options(options));
  }

  static boolean matches(String text, String pattern, String options) {
    return RegexCall.matches(text, pattern, options(options));
  }

  private static RegexOptions options(String letters) {
    RegexOptions options = RegexOptions.DEFAULT;
    for (int i = 0; i < letters.length(); i++) {
      options = options.with(letters.charAt(i));
    }
    return options;
  }
}
