package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Reads the text of a range as far as its bounds' texts ({@code range_parse}). */
final class RangeText {
  private static final String EMPTY = "empty";

  private final String text;
  private int at;

  RangeText(String text) {
    this.text = text;
  }

  /**
   * The parts of a range.
   *
   * @param empty whether it says so
   * @param lower absent where there is no end
   */
  record Parts(
      boolean empty,
      Optional<String> lower,
      boolean lowerInclusive,
      Optional<String> upper,
      boolean upperInclusive) {}

  private RuntimeException malformed(String detail) {
    return ErrorReport.error(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed range literal: \"" + text + "\"")
        .withDetail(detail)
        .toException();
  }

  static boolean isSpace(char one) {
    return one == ' ' || one >= '\t' && one <= '\r';
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  Parts read() {
    skipSpace();
    if (text.regionMatches(true, at, EMPTY, 0, EMPTY.length())) {
      at += EMPTY.length();
      end("Junk after \"empty\" key word.");
      return new Parts(true, Optional.empty(), false, Optional.empty(), false);
    }
    boolean lowerInclusive = current() == '[';
    if (!lowerInclusive && current() != '(') {
      throw malformed("Missing left parenthesis or bracket.");
    }
    at++;
    Optional<String> lower = bound();
    if (current() != ',') {
      throw malformed("Missing comma after lower bound.");
    }
    at++;
    Optional<String> upper = bound();
    boolean upperInclusive = current() == ']';
    if (!upperInclusive && current() != ')') {
      throw malformed("Too many commas.");
    }
    at++;
    end("Junk after right parenthesis or bracket.");
    return new Parts(false, lower, lowerInclusive, upper, upperInclusive);
  }

  private void end(String complaint) {
    skipSpace();
    if (at < text.length()) {
      throw malformed(complaint);
    }
  }

  private boolean isBoundary() {
    return current() == ',' || current() == ')' || current() == ']';
  }

  private char take() {
    if (at == text.length()) {
      throw malformed("Unexpected end of input.");
    }
    return text.charAt(at++);
  }

  /** {@code range_parse_bound}. */
  private Optional<String> bound() {
    if (isBoundary()) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    while (quoted || !isBoundary()) {
      char one = take();
      if (one == '\\') {
        value.append(take());
      } else if (one == '"' && quoted && current() == '"') {
        value.append(take());
      } else if (one == '"') {
        quoted = !quoted;
      } else {
        value.append(one);
      }
    }
    return Optional.of(value.toString());
  }

  /** {@code range_bound_escape}. */
  static String escaped(String value) {
    boolean plain = !value.isEmpty() && value.chars().noneMatch(RangeText::needsQuotes);
    return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
  }

  private static boolean needsQuotes(int one) {
    return "\"\\()[],".indexOf(one) >= 0 || isSpace((char) one);
  }
}
