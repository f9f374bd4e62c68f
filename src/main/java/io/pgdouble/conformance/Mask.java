package io.pgdouble.conformance;

import io.pgdouble.trace.TraceLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A difference that one case tolerates: what the pattern finds in a message's columns is written as
 * a word.
 *
 * @param pattern of {@link Pattern}
 * @param word what stands in its place; groups of the pattern can be named as {@code $1}
 * @param reason why it is tolerated, a sentence for the reader
 */
public record Mask(String pattern, String word, String reason) {

  /** The line with the word in place of the pattern, and of its length if that made a change. */
  TraceLine apply(TraceLine line) {
    Matcher matcher = Pattern.compile(pattern).matcher(line.columns());
    if (!matcher.find()) {
      return line;
    }
    String columns = matcher.replaceAll(word);
    return new TraceLine(line.direction(), TraceLine.ANY_LENGTH, line.name(), columns);
  }
}
