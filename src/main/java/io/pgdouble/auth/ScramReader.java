package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over one message of a frontend's SCRAM exchange, each byte a character, with
 * PostgreSQL's complaints. {@code auth-scram.c: read_attr_value, read_any_attr}.
 */
final class ScramReader {
  /** What stands behind the last character. */
  static final char END = '\0';

  private static final int SHOWN = 30;
  private static final char FIRST_PRINTABLE = 0x21;
  private static final char LAST_PRINTABLE = 0x7e;

  private final String text;
  private int at;

  /**
   * @throws ReportedError 08P01 if nothing is in it, or a zero byte
   */
  ScramReader(byte[] message) {
    text = new String(message, StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      throw malformed("The message is empty.");
    }
    if (text.indexOf(END) >= 0) {
      throw malformed("Message length does not match input length.");
    }
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  void skip() {
    at++;
  }

  int position() {
    return at;
  }

  String rest() {
    return text.substring(at);
  }

  /** What stands before a place. */
  String before(int end) {
    return text.substring(0, end);
  }

  /** The value of the attribute that has to follow. */
  String value(char attribute) {
    if (peek() != attribute) {
      throw malformed(
          "Expected attribute \"" + attribute + "\" but found \"" + shown(peek()) + "\".");
    }
    return valueOf(attribute);
  }

  /** The attribute that follows, whichever it is; its value is read next. */
  char attribute() {
    char attribute = peek();
    if (attribute == END) {
      throw malformed("Attribute expected, but found end of string.");
    }
    if (!isLetter(attribute)) {
      throw malformed(
          "Attribute expected, but found invalid character \"" + shown(attribute) + "\".");
    }
    return attribute;
  }

  /** The value of the attribute that begins here. */
  String valueOf(char attribute) {
    skip();
    if (peek() != '=') {
      throw malformed("Expected character \"=\" for attribute \"" + attribute + "\".");
    }
    skip();
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    String value = text.substring(at, end);
    at = comma < 0 ? end : comma + 1;
    return value;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  static boolean isPrintable(char c) {
    return c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE;
  }

  /** {@code sanitize_char}. */
  static String shown(char c) {
    return isPrintable(c) ? "'" + c + "'" : "0x%02x".formatted((int) c);
  }

  /** {@code sanitize_str}: of 30 characters at most. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars().limit(SHOWN).forEach(c -> shown.append(isPrintable((char) c) ? (char) c : '?'));
    return shown.toString();
  }

  static ReportedError malformed(String detail) {
    return violation("malformed SCRAM message", detail);
  }

  static ReportedError violation(String message, String detail) {
    return ErrorReport.error(SqlState.PROTOCOL_VIOLATION, message).withDetail(detail).toException();
  }
}
