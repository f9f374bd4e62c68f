package io.pgdouble.type;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into the fields of a date, a time or an interval. Server: {@code datetime.c:
 * ParseDateTime}.
 */
final class DateTimeTokens {
  /** {@code MAXDATEFIELDS}. */
  static final int MAX_FIELDS = 25;

  private final String text;
  private final int room;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private int next;
  private int used;

  /** What a field looks like. */
  enum Kind {
    /** Digits, perhaps with a point. */
    NUMBER,
    /** Digits and two delimiters, digits and letters, or a zone's name. */
    DATE,
    /** Digits with colons. */
    TIME,
    /** Letters. */
    STRING,
    /** A sign and letters. */
    SPECIAL,
    /** A sign and digits. */
    DISPLACEMENT
  }

  /**
   * One field.
   *
   * @param text in lower case
   */
  record Token(Kind kind, String text) {}

  private DateTimeTokens(String text, int room) {
    this.text = text;
    this.room = room;
  }

  /**
   * @param room bytes the server has for the fields; a longer text is no date to it
   */
  static List<Token> split(String text, int room) {
    DateTimeTokens tokens = new DateTimeTokens(text, room);
    while (tokens.next < text.length()) {
      tokens.one();
    }
    return tokens.tokens;
  }

  private void one() {
    char c = peek();
    if (Ascii.isSpace(c)) {
      next++;
      return;
    }
    if (tokens.size() >= MAX_FIELDS) {
      throw DateTimeFault.badFormat();
    }
    if (Ascii.isDigit(c)) {
      end(afterDigits());
    } else if (c == '.') {
      take();
      takeDigits();
      end(Kind.NUMBER);
    } else if (Ascii.isAlpha(c)) {
      end(letters());
    } else if (c == '+' || c == '-') {
      end(signed());
    } else if (Ascii.isPunct(c)) {
      next++;
    } else {
      throw DateTimeFault.badFormat();
    }
  }

  private Kind afterDigits() {
    take();
    takeDigits();
    char delimiter = peek();
    if (delimiter == ':') {
      take();
      takeDigitsOr(":.");
      return Kind.TIME;
    }
    if (delimiter != '-' && delimiter != '/' && delimiter != '.') {
      return Kind.NUMBER;
    }
    take();
    if (!Ascii.isDigit(peek())) {
      while (Ascii.isAlnum(peek()) || peek() == delimiter) {
        take();
      }
      return Kind.DATE;
    }
    takeDigits();
    if (peek() == delimiter) {
      take();
      takeDigitsOr(String.valueOf(delimiter));
      return Kind.DATE;
    }
    return delimiter == '.' ? Kind.NUMBER : Kind.DATE;
  }

  private Kind letters() {
    takeLetters();
    char c = peek();
    boolean date = c == '-' || c == '/' || c == '.';
    if (c == '+' || Ascii.isDigit(c)) {
      date = DateTimeWords.ofDate(field.toString()).isEmpty();
    }
    if (!date) {
      return Kind.STRING;
    }
    do {
      take();
    } while (next < text.length() && ("+-/_.:".indexOf(peek()) >= 0 || Ascii.isAlnum(peek())));
    return Kind.DATE;
  }

  private Kind signed() {
    take();
    next = Ascii.skipSpaces(text, next);
    if (Ascii.isDigit(peek())) {
      takeDigitsOr(":.-");
      return Kind.DISPLACEMENT;
    }
    if (Ascii.isAlpha(peek())) {
      takeLetters();
      return Kind.SPECIAL;
    }
    throw DateTimeFault.badFormat();
  }

  private void takeDigits() {
    takeDigitsOr("");
  }

  private void takeDigitsOr(String others) {
    while (Ascii.isDigit(peek()) || next < text.length() && others.indexOf(peek()) >= 0) {
      take();
    }
  }

  private void takeLetters() {
    while (Ascii.isAlpha(peek())) {
      take();
    }
  }

  private void take() {
    if (used + 1 >= room) {
      throw DateTimeFault.badFormat();
    }
    used++;
    field.append(Ascii.toLower(peek()));
    next++;
  }

  private void end(Kind kind) {
    used++;
    tokens.add(new Token(kind, field.toString()));
    field.setLength(0);
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : '\0';
  }
}
