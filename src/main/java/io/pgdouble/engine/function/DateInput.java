package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A date's text while it is read, octet by octet as the server does. Source: {@code formatting.c:
 * from_char_parse_int_len, from_char_seq_search}.
 */
final class DateInput {
  private static final String FIXED_WIDTH =
      "If your source string is not fixed-width, try using the \"FM\" modifier.";

  /** One character for each octet. */
  private final String octets;

  private int at;

  DateInput(String text) {
    octets = octets(text);
  }

  /** One character for each octet of a text. */
  static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  boolean hasMore() {
    return at < octets.length();
  }

  /** Zero behind the end. */
  char peek() {
    return charAt(at);
  }

  /** Zero before the beginning. */
  char previous() {
    return charAt(at - 1);
  }

  private char charAt(int index) {
    return index >= 0 && index < octets.length() ? octets.charAt(index) : 0;
  }

  void skipOctet() {
    at++;
  }

  void skipCharacter() {
    at = Math.min(octets.length(), at + length(peek()));
  }

  /** {@code pg_mblen}: how many octets a character has that begins so. */
  static int length(char lead) {
    if (lead < 0xC0) {
      return 1;
    }
    if (lead < 0xE0) {
      return 2;
    }
    return lead < 0xF0 ? 3 : 4;
  }

  /** How many it skipped. */
  int skipSpaces() {
    int from = at;
    while (FormatNode.isSpace(peek())) {
      at++;
    }
    return at - from;
  }

  /**
   * Which of the words comes next, in any case of ASCII's letters.
   *
   * @return its index; the text stands behind it
   */
  int word(String[] words, FormatNode node) {
    for (int i = 0; i < words.length; i++) {
      if (octets.regionMatches(true, at, words[i], 0, words[i].length())) {
        at += words[i].length();
        return i;
      }
    }
    int end = at;
    while (end < octets.length() && !FormatNode.isSpace(octets.charAt(end))) {
      end++;
    }
    throw invalid(octets.substring(at, end), node)
        .withDetail("The given value did not match any of the allowed values for this field.")
        .toException();
  }

  /** A number, and how many octets it and the space before it took. */
  record Number(int value, int length) {}

  /** As many digits as there are. */
  Number number(FormatNode node, int width) {
    int from = at;
    skipSpaces();
    String copy = octets.substring(at, Math.min(octets.length(), at + width));
    at = from;
    int end = numberEnd(octets, from);
    if (end == from) {
      throw notInteger(copy, node);
    }
    at = end;
    return new Number(value(octets.substring(from, end).strip(), node), end - from);
  }

  /** Exactly so many octets. */
  Number fixedNumber(FormatNode node, int width) {
    int from = at;
    skipSpaces();
    String copy = octets.substring(at, Math.min(octets.length(), at + width));
    if (copy.length() < width) {
      throw tooShort(node, width, copy.length());
    }
    int used = numberEnd(copy, 0);
    if (used > 0 && used < width) {
      throw invalid(copy, node)
          .withDetail(
              "Field requires " + width + " characters, but only " + used + " could be parsed.")
          .withHint(FIXED_WIDTH)
          .toException();
    }
    at += used;
    if (at == from) {
      throw notInteger(copy, node);
    }
    // Where only spaces were read, the number is zero.
    return new Number(used == 0 ? 0 : value(copy.strip(), node), at - from);
  }

  private static ReportedError tooShort(FormatNode node, int width, int remain) {
    return ErrorReport.error(
            SqlState.INVALID_DATETIME_FORMAT,
            "source string too short for \"" + node.name() + "\" formatting field")
        .withDetail("Field requires " + width + " characters, but only " + remain + " remain.")
        .withHint(FIXED_WIDTH)
        .toException();
  }

  private static ReportedError notInteger(String copy, FormatNode node) {
    return invalid(copy, node).withDetail("Value must be an integer.").toException();
  }

  private static ErrorReport invalid(String octets, FormatNode node) {
    return ErrorReport.error(
        SqlState.INVALID_DATETIME_FORMAT,
        "invalid value \"" + shown(octets) + "\" for \"" + node.name() + "\"");
  }

  /** A cut may go through a character, which the server sends so. */
  private static String shown(String octets) {
    try {
      byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ErrorReport.notSimulated("messages that show half a character").toException();
    }
  }

  /** Where {@code strtol} ends: at its beginning if there is no number. */
  private static int numberEnd(String text, int from) {
    int digits = from;
    while (digits < text.length() && FormatNode.isSpace(text.charAt(digits))) {
      digits++;
    }
    boolean signed = digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0;
    digits += signed ? 1 : 0;
    int end = digits;
    while (end < text.length() && FormatNode.isDigit(text.charAt(end))) {
      end++;
    }
    return end == digits ? from : end;
  }

  private static int value(String number, FormatNode node) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw ErrorReport.error(
              SqlState.DATETIME_VALUE_OUT_OF_RANGE,
              "value for \"" + node.name() + "\" in source string is out of range")
          .withDetail("Value must be in the range -2147483648 to 2147483647.")
          .toException();
    }
  }

  private ReportedError noGroupedYear(int major) {
    byte[] rest = octets.substring(at).getBytes(StandardCharsets.ISO_8859_1);
    String value = new String(rest, StandardCharsets.UTF_8);
    return new ReportedError(
        SqlState.INVALID_DATETIME_FORMAT,
        MajorChange.GROUPED_YEARS_ARE_SHOWN.isIn(major)
            ? "invalid value \"" + value + "\" for \"Y,YYY\""
            : "invalid input string for \"Y,YYY\"");
  }

  /** {@code sscanf} with {@code %d,%03d}. */
  int groupedYear(int major) {
    int comma = numberEnd(octets, at);
    int years = comma;
    if (comma > at && charAt(comma) == ',') {
      years++;
      while (FormatNode.isSpace(charAt(years))) {
        years++;
      }
    }
    int end = numberEnd(octets.substring(0, Math.min(octets.length(), years + 3)), years);
    if (years == comma || end == years) {
      throw noGroupedYear(major);
    }
    String millennia = octets.substring(at, comma).strip();
    if (millennia.length() > 7) {
      throw ErrorReport.notSimulated("overflows of \"Y,YYY\"").toException();
    }
    int year = Integer.parseInt(millennia) * 1000;
    year += Integer.parseInt(octets.substring(years, end));
    at = end;
    return year;
  }
}
