package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** {@code parse_ident}. Source: {@code misc.c: parse_ident}. */
final class Identifiers {
  private final String text;
  private int position;
  private boolean afterDot;
  private final List<Object> parts = new ArrayList<>();

  private Identifiers(String text) {
    this.text = text;
  }

  static ArrayValue parse(String text, Object strict) {
    return new Identifiers(text).parse(strict.equals(true) ? Rest.FORBIDDEN : Rest.IGNORED);
  }

  /** What follows the last identifier. */
  private enum Rest {
    FORBIDDEN,
    IGNORED
  }

  private ArrayValue parse(Rest rest) {
    skipSpace();
    do {
      identifier();
      skipSpace();
    } while (dot());
    if (position < text.length() && rest == Rest.FORBIDDEN) {
      throw invalid("");
    }
    return ArrayValue.of(TypeOid.TEXT, parts.toArray());
  }

  private boolean dot() {
    if (peek() != '.') {
      return false;
    }
    afterDot = true;
    position++;
    skipSpace();
    return true;
  }

  private void identifier() {
    if (peek() == '"') {
      quoted();
    } else if (isStart(peek())) {
      int start = position++;
      while (isStart(peek()) || (peek() >= '0' && peek() <= '9') || peek() == '$') {
        position++;
      }
      parts.add(downcase(text.substring(start, position)));
    } else {
      throw invalid(
          peek() == '.'
              ? "No valid identifier before \".\"."
              : afterDot ? "No valid identifier after \".\"." : "");
    }
  }

  private void quoted() {
    StringBuilder name = new StringBuilder();
    int at = position + 1;
    for (int end = text.indexOf('"', at); ; end = text.indexOf('"', at)) {
      if (end < 0) {
        throw invalid("String has unclosed double quotes.");
      }
      name.append(text, at, end);
      at = end + 1;
      if (!text.startsWith("\"", at)) {
        break;
      }
      name.append('"');
      at++;
    }
    if (name.length() == 0) {
      throw invalid("Quoted identifier must not be empty.");
    }
    position = at;
    parts.add(name.toString());
  }

  /** {@code downcase_identifier} in a multibyte encoding: ASCII only. */
  private static String downcase(String name) {
    StringBuilder lower = new StringBuilder(name);
    for (int i = 0; i < lower.length(); i++) {
      char unit = lower.charAt(i);
      if (unit >= 'A' && unit <= 'Z') {
        lower.setCharAt(i, (char) (unit + 32));
      }
    }
    return lower.toString();
  }

  private char peek() {
    return position < text.length() ? text.charAt(position) : 0;
  }

  private void skipSpace() {
    while (position < text.length() && " \t\n\r\f\u000b".indexOf(peek()) >= 0) {
      position++;
    }
  }

  private static boolean isStart(char unit) {
    return unit == '_'
        || (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || unit >= 0x80;
  }

  private ReportedError invalid(String detail) {
    ErrorReport report =
        ErrorReport.error(
            SqlState.INVALID_PARAMETER_VALUE, "string is not a valid identifier: \"" + text + "\"");
    return (detail.isEmpty() ? report : report.withDetail(detail)).toException();
  }
}
