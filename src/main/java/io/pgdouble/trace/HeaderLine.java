package io.pgdouble.trace;

import java.util.Set;

/**
 * A line of a trace's header.
 *
 * @param word what is told
 * @param value the rest of the line
 */
public record HeaderLine(String word, String value) {
  private static final Set<String> WORDS =
      Set.of(
          "kind",
          "title",
          "majors",
          "recorded",
          "server-kind",
          "settings",
          "roles",
          "needs",
          "tolerate",
          "mask");

  /** The mark of a recording: no script of a case, but all that crossed. */
  public static final HeaderLine RECORDING = new HeaderLine("kind", "recording");

  static boolean isOne(String word) {
    return WORDS.contains(word);
  }

  String text() {
    return word + "\t" + value;
  }
}
