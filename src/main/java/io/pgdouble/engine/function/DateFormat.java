package io.pgdouble.engine.function;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code to_char} and {@code to_timestamp} for dates, cut into its parts. Source:
 * formatting.c: parse_format.
 */
final class DateFormat {
  /** In the order in which the server tries them; of one beginning the longest comes first. */
  private static final String[] KEYWORDS =
      ("A.D. A.M. AD AM B.C. BC CC DAY DDD DD DY Day Dy D FF1 FF2 FF3 FF4 FF5 FF6 FX HH24 HH12 HH"
              + " IDDD ID IW IYYY IYY IY I J MI MM MONTH MON MS Month Mon OF P.M. PM Q RM SSSSS"
              + " SSSS SS TZH TZM TZ US WW W Y,YYY YYYY YYY YY Y a.d. a.m. ad am b.c. bc cc day ddd"
              + " dd dy d ff1 ff2 ff3 ff4 ff5 ff6 fx hh24 hh12 hh iddd id iw iyyy iyy iy i j mi mm"
              + " month mon ms of p.m. pm q rm sssss ssss ss tzh tzm tz us ww w y,yyy yyyy yyy"
              + " yy y")
          .split(" ");

  private DateFormat() {}

  /** An ordinal ending. */
  enum Ordinal {
    NONE,
    UPPER,
    LOWER
  }

  /**
   * A part of a pattern.
   *
   * @param keyword as it was written; empty for literal text
   * @param text literal text; empty for a keyword
   * @param quoted whether the literal text stood in quotes
   * @param fill whether there was no {@code FM} before it
   * @param translated whether there was a {@code TM} before it
   */
  record Part(
      String keyword,
      String text,
      boolean quoted,
      boolean fill,
      boolean translated,
      Ordinal ordinal) {}

  static List<Part> parse(String pattern) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      boolean fillMode = startsWithEither(pattern, at, "FM", "fm");
      boolean translated = !fillMode && startsWithEither(pattern, at, "TM", "tm");
      at += fillMode || translated ? 2 : 0;
      String keyword = at < pattern.length() ? keyword(pattern, at) : "";
      if (!keyword.isEmpty()) {
        at += keyword.length();
        Ordinal ordinal = ordinal(pattern, at);
        boolean spelled = ordinal == Ordinal.NONE && pattern.startsWith("SP", at);
        at += ordinal != Ordinal.NONE || spelled ? 2 : 0;
        parts.add(new Part(keyword, "", false, !fillMode, translated, ordinal));
      } else if (at < pattern.length()) {
        at = literal(pattern, at, parts);
      }
    }
    return parts;
  }

  private static boolean startsWithEither(String text, int at, String one, String other) {
    return text.startsWith(one, at) || text.startsWith(other, at);
  }

  private static String keyword(String pattern, int at) {
    for (String keyword : KEYWORDS) {
      if (pattern.startsWith(keyword, at)) {
        return keyword;
      }
    }
    return "";
  }

  private static Ordinal ordinal(String pattern, int at) {
    if (pattern.startsWith("TH", at)) {
      return Ordinal.UPPER;
    }
    return pattern.startsWith("th", at) ? Ordinal.LOWER : Ordinal.NONE;
  }

  /** Text in quotes, or one character; returns where it ends. */
  private static int literal(String pattern, int from, List<Part> parts) {
    StringBuilder text = new StringBuilder();
    int end = literal(pattern, from, text);
    boolean quoted = pattern.charAt(from) == '"';
    parts.add(new Part("", text.toString(), quoted, true, false, Ordinal.NONE));
    return end;
  }

  /** Reads literal text; a backslash takes a quote its meaning. */
  static int literal(String pattern, int from, StringBuilder text) {
    int at = from;
    if (pattern.charAt(at) != '"') {
      at += pattern.startsWith("\\\"", at) ? 1 : 0;
      int point = pattern.codePointAt(at);
      text.appendCodePoint(point);
      return at + Character.charCount(point);
    }
    at++;
    while (at < pattern.length()) {
      char unit = pattern.charAt(at++);
      if (unit == '"') {
        break;
      }
      boolean escapes = unit == '\\' && at < pattern.length();
      text.append(escapes ? pattern.charAt(at++) : unit);
    }
    return at;
  }
}
