package io.pgdouble.trace;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the columns of one line from left to right.
 *
 * <p>{@code PQtrace} does not escape quotes within a string. So a quote ends a string only where
 * what follows can be the next column; in the escaped form that is every quote without a backslash.
 */
final class ColumnReader {

  private static final Pattern NEXT_COLUMN =
      Pattern.compile(
          "(-?\\d+|NNNN|NN|\\\\x[0-9a-f]{2})( |$)|\\$\\{|[\"']|. [\"']|int\\d+:|times:");

  private final String text;
  private final Symbols symbols;
  private int at;

  ColumnReader(String text, Symbols symbols) {
    this.text = text.strip();
    this.symbols = symbols;
  }

  boolean atEnd() {
    skipSpaces();
    return at >= text.length();
  }

  boolean atQuote() {
    return !atEnd() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  boolean atDoubleQuote() {
    return !atEnd() && text.charAt(at) == '"';
  }

  /** The next column as bytes, quoted or a symbol. */
  byte[] bytes() {
    if (!atQuote()) {
      return symbols.bytes(word());
    }
    return Escapes.unquote(quoted(), symbols);
  }

  /** The next column as a number; one that libpq's regression mode masks is zero. */
  long integer() {
    String word = word();
    if (word.equals("NNNN")) {
      return 0;
    }
    try {
      return Long.parseLong(word.startsWith("${") ? symbols.text(word) : word);
    } catch (NumberFormatException e) {
      throw new TraceSyntaxException("found " + word + " (expected: a number)", e);
    }
  }

  /** A length that a tolerance changed is counted again. */
  void passLengthNobodyKnows() {
    if (peekWord().filter(TraceLine.ANY_LENGTH::equals).isPresent()) {
      word();
    }
  }

  /** The next column as one byte: a letter, or {@code \xHH}. */
  byte character() {
    byte[] bytes = Escapes.unquote(word(), symbols);
    if (bytes.length != 1) {
      throw new TraceSyntaxException("found " + bytes.length + " bytes (expected: one)");
    }
    return bytes[0];
  }

  /** The next column, if it is a number or a symbol. */
  Optional<String> peekWord() {
    if (atEnd() || atQuote()) {
      return Optional.empty();
    }
    int start = at;
    String word = word();
    at = start;
    return Optional.of(word);
  }

  /** The next column as it is written. */
  String word() {
    if (atEnd()) {
      throw new TraceSyntaxException("columns end too early: " + text);
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ' ') {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    char quote = text.charAt(at);
    int start = ++at;
    while (at < text.length() && !(text.charAt(at) == quote && canEndAt(at + 1))) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw new TraceSyntaxException("no " + quote + " ends " + text.substring(start - 1));
    }
    return text.substring(start, at++);
  }

  private boolean canEndAt(int next) {
    if (next >= text.length()) {
      return true;
    }
    if (text.charAt(next) != ' ') {
      return false;
    }
    String rest = text.substring(next + 1);
    return NEXT_COLUMN.matcher(rest).lookingAt();
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
