package io.pgdouble.type;

import io.pgdouble.error.ReportedError;

/** The braces, delimiters and elements of an array's text ({@code ReadArrayToken}). */
final class ArrayTokens {
  private final String text;
  private final char delimiter;
  private int at;
  private char last;
  private String element = "";

  enum Kind {
    LEVEL_START,
    LEVEL_END,
    DELIMITER,
    ELEMENT,
    NULL
  }

  ArrayTokens(String text, char delimiter, int start) {
    this.text = text;
    this.delimiter = delimiter;
    this.at = start;
  }

  /** The text of the element that was read. */
  String text() {
    return element;
  }

  Kind next() {
    while (Ascii.isSpace(peek())) {
      at++;
    }
    last = peek();
    if (last == '"') {
      return quoted();
    }
    boolean mark = last == '{' || last == '}' || last == delimiter;
    if (!mark) {
      return unquoted();
    }
    at++;
    if (last == '{') {
      return Kind.LEVEL_START;
    }
    return last == '}' ? Kind.LEVEL_END : Kind.DELIMITER;
  }

  /** The current character; at the end there is an error. */
  private char peek() {
    if (at >= text.length()) {
      throw malformed("Unexpected end of input.");
    }
    return text.charAt(at);
  }

  private Kind quoted() {
    StringBuilder read = new StringBuilder();
    at++;
    while (peek() != '"') {
      at += peek() == '\\' ? 1 : 0;
      read.append(peek());
      at++;
    }
    at++;
    while (peek() != delimiter && peek() != '}' && peek() != '{') {
      if (!Ascii.isSpace(peek())) {
        throw malformed("Incorrectly quoted array element.");
      }
      at++;
    }
    element = read.toString();
    return Kind.ELEMENT;
  }

  private Kind unquoted() {
    StringBuilder read = new StringBuilder();
    int length = 0;
    boolean escaped = false;
    while (peek() != delimiter && peek() != '}') {
      last = peek();
      if (last == '{') {
        throw unexpected();
      }
      if (last == '"') {
        throw malformed("Incorrectly quoted array element.");
      }
      boolean escape = last == '\\';
      at += escape ? 1 : 0;
      escaped |= escape;
      read.append(peek());
      at++;
      length = escape || !Ascii.isSpace(last) ? read.length() : length;
    }
    element = read.substring(0, length);
    return !escaped && element.equalsIgnoreCase("NULL") ? Kind.NULL : Kind.ELEMENT;
  }

  /** Behind the last brace there may be spaces. */
  void requireEnd() {
    while (at < text.length()) {
      if (!Ascii.isSpace(text.charAt(at++))) {
        throw malformed("Junk after closing right brace.");
      }
    }
  }

  ReportedError unexpected() {
    return malformed("Unexpected \"" + last + "\" character.");
  }

  ReportedError malformed(String detail) {
    return ArrayText.malformed(text, detail);
  }
}
