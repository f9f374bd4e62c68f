package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backslashes in the strings and names of a path ({@code jsonpath_scan.l}). */
final class JsonPathEscapes {
  private static final String UNICODE = "\\\\u(?:[0-9A-Fa-f]{4}|\\{[0-9A-Fa-f]{1,6}\\})";
  private static final Pattern SEQUENCE = Pattern.compile("(?:" + UNICODE + ")+");
  private static final Pattern BROKEN =
      Pattern.compile("(?:" + UNICODE + ")*\\\\u(?:\\{[0-9A-Fa-f]{0,6}|(?!\\{)[0-9A-Fa-f]{0,3}|)");
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");
  private static final Pattern BROKEN_HEX = Pattern.compile("\\\\x[0-9A-Fa-f]?");

  private final String text;
  private final StringBuilder value;
  private final int major;
  private int highSurrogate = -1;

  JsonPathEscapes(String text, StringBuilder value, int major) {
    this.major = major;
    this.text = text;
    this.value = value;
  }

  /**
   * Reads what a backslash begins.
   *
   * @return the offset behind it
   */
  int read(int from) {
    char letter = from + 1 < text.length() ? text.charAt(from + 1) : '\n';
    return switch (letter) {
      case '\n' -> throw JsonPathFault.Word.BACKSLASH.at(major, "\\");
      case 'u' -> unicode(from);
      case 'x' -> hexadecimal(from);
      case 'b' -> plain(from, '\b');
      case 'f' -> plain(from, '\f');
      case 'n' -> plain(from, '\n');
      case 'r' -> plain(from, '\r');
      case 't' -> plain(from, '\t');
      case 'v' -> plain(from, '\u000B');
      default -> {
        int point = text.codePointAt(from + 1);
        value.appendCodePoint(point);
        yield from + 1 + Character.charCount(point);
      }
    };
  }

  private int plain(int from, char meant) {
    value.append(meant);
    return from + 2;
  }

  private int hexadecimal(int from) {
    Matcher hex = HEX.matcher(text).region(from, text.length());
    if (!hex.lookingAt()) {
      Matcher broken = BROKEN_HEX.matcher(text).region(from, text.length());
      broken.lookingAt();
      throw JsonPathFault.Word.HEXADECIMAL.at(major, broken.group());
    }
    add(Integer.parseInt(hex.group(1), 16));
    return hex.end();
  }

  private int unicode(int from) {
    Matcher sequence = SEQUENCE.matcher(text).region(from, text.length());
    int end = sequence.lookingAt() ? sequence.end() : from;
    Matcher broken = BROKEN.matcher(text).region(from, text.length());
    if (broken.lookingAt() && broken.end() > end) {
      throw JsonPathFault.Word.UNICODE.at(major, broken.group());
    }
    Matcher one = Pattern.compile(UNICODE).matcher(text).region(from, end);
    while (one.find()) {
      point(Integer.parseInt(one.group().replaceAll("\\\\u|[{}]", ""), 16));
    }
    if (highSurrogate != -1) {
      throw wrong("Unicode low surrogate must follow a high surrogate.");
    }
    return end;
  }

  private static RuntimeException wrong(String detail) {
    return JsonPathFault.invalid(SqlState.INVALID_TEXT_REPRESENTATION, detail);
  }

  private void point(int point) {
    if (point >= 0xD800 && point <= 0xDBFF) {
      if (highSurrogate != -1) {
        throw wrong("Unicode high surrogate must not follow a high surrogate.");
      }
      highSurrogate = point;
    } else if (point >= 0xDC00 && point <= 0xDFFF) {
      if (highSurrogate == -1) {
        throw wrong("Unicode low surrogate must follow a high surrogate.");
      }
      add(Character.toCodePoint((char) highSurrogate, (char) point));
      highSurrogate = -1;
    } else if (highSurrogate != -1) {
      throw wrong("Unicode low surrogate must follow a high surrogate.");
    } else {
      add(point);
    }
  }

  private void add(int point) {
    if (point == 0) {
      throw ErrorReport.error(
              SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
          .withDetail("\\u0000 cannot be converted to text.")
          .toException();
    }
    if (point > Character.MAX_CODE_POINT) {
      throw ErrorReport.notSimulated("characters beyond Unicode").toException();
    }
    value.appendCodePoint(point);
  }
}
