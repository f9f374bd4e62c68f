package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a multirange into those of its ranges ({@code multirange_in}). */
final class MultirangeText {
  private static final String EMPTY = "empty";

  private final String text;
  private final List<String> ranges = new ArrayList<>();
  private int at;

  private MultirangeText(String text) {
    this.text = text;
  }

  static List<String> ranges(String text) {
    MultirangeText reader = new MultirangeText(text);
    reader.read();
    return reader.ranges;
  }

  private RuntimeException malformed(String detail) {
    return ErrorReport.error(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed multirange literal: \"" + text + "\"")
        .withDetail(detail)
        .toException();
  }

  private void skipSpace() {
    while (at < text.length() && RangeText.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private char current() {
    if (at >= text.length()) {
      throw malformed("Unexpected end of input.");
    }
    return text.charAt(at);
  }

  private void read() {
    skipSpace();
    if (at == text.length() || text.charAt(at) != '{') {
      throw malformed("Missing left brace.");
    }
    at++;
    skipSpace();
    if (current() == '}') {
      at++;
    } else {
      all();
    }
    skipSpace();
    if (at < text.length()) {
      throw malformed("Junk after closing right brace.");
    }
  }

  private void all() {
    while (true) {
      one();
      skipSpace();
      char behind = current();
      at++;
      if (behind == '}') {
        return;
      }
      if (behind != ',') {
        throw malformed("Expected comma or end of multirange.");
      }
    }
  }

  private void one() {
    skipSpace();
    if (current() == '[' || current() == '(') {
      int from = at;
      skipRange();
      ranges.add(text.substring(from, at));
    } else if (text.regionMatches(true, at, EMPTY, 0, EMPTY.length())) {
      at += EMPTY.length();
    } else {
      throw malformed("Expected range start.");
    }
  }

  private void skipRange() {
    at++;
    boolean quoted = false;
    while (quoted || current() != ']' && current() != ')') {
      if (current() == '\\') {
        at++;
        current();
      } else if (current() == '"') {
        quoted = !quoted;
      }
      at++;
    }
    at++;
  }
}
