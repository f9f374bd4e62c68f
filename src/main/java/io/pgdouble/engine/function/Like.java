package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/**
 * {@code LIKE}, {@code ILIKE} and the translation of {@code SIMILAR TO}. Source: {@code
 * like_match.c}, {@code regexp.c: similar_escape}.
 */
final class Like {
  private static final int ABORT = -1;
  private static final int FALSE = 0;
  private static final int TRUE = 1;

  private final int[] text;
  private final int[] pattern;

  private Like(int[] text, int[] pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  static boolean matches(String text, String pattern) {
    return new Like(text.codePoints().toArray(), pattern.codePoints().toArray()).match(0, 0)
        == TRUE;
  }

  /** By bytes, as {@code bytea} is compared. */
  static boolean matches(byte[] text, byte[] pattern) {
    return new Like(units(text), units(pattern)).match(0, 0) == TRUE;
  }

  private static int[] units(byte[] bytes) {
    int[] units = new int[bytes.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = bytes[i] & 0xff;
    }
    return units;
  }

  /** {@code MatchText}: ABORT says that no longer text before this could help either. */
  private int match(int textFrom, int patternFrom) {
    int t = textFrom;
    int p = patternFrom;
    while (t < text.length && p < pattern.length) {
      if (pattern[p] == '%') {
        return afterPercent(t, p + 1);
      }
      if (pattern[p] == '\\') {
        p++;
        requireMore(p);
      } else if (pattern[p] == '_') {
        t++;
        p++;
        continue;
      }
      if (pattern[p] != text[t]) {
        return FALSE;
      }
      t++;
      p++;
    }
    if (t < text.length) {
      return FALSE;
    }
    while (p < pattern.length && pattern[p] == '%') {
      p++;
    }
    return p == pattern.length ? TRUE : ABORT;
  }

  private int afterPercent(int textFrom, int patternFrom) {
    int t = textFrom;
    int p = patternFrom;
    while (p < pattern.length && (pattern[p] == '%' || pattern[p] == '_')) {
      if (pattern[p] == '_' && t++ >= text.length) {
        return ABORT;
      }
      p++;
    }
    if (p == pattern.length) {
      return TRUE;
    }
    if (pattern[p] == '\\') {
      requireMore(p + 1);
    }
    int first = pattern[p] == '\\' ? pattern[p + 1] : pattern[p];
    for (; t < text.length; t++) {
      int matched = text[t] == first ? match(t, p) : FALSE;
      if (matched != FALSE) {
        return matched;
      }
    }
    return ABORT;
  }

  private void requireMore(int position) {
    if (position >= pattern.length) {
      throw new ReportedError(
          SqlState.INVALID_ESCAPE_SEQUENCE, "LIKE pattern must not end with escape character");
    }
  }

  /** {@code like_escape}: the pattern with a backslash as its escape character. */
  static String withEscape(String pattern, String escape) {
    if (escape.isEmpty()) {
      return pattern.replace("\\", "\\\\");
    }
    requireOne(CodePoints.length(escape));
    int[] points = escaped(pattern.codePoints().toArray(), escape.codePointAt(0));
    return new String(points, 0, points.length);
  }

  static byte[] withEscape(byte[] pattern, byte[] escape) {
    String text = new String(pattern, StandardCharsets.ISO_8859_1);
    String character = new String(escape, StandardCharsets.ISO_8859_1);
    return withEscape(text, character).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void requireOne(int length) {
    if (length > 1) {
      throw ErrorReport.error(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
          .withHint("Escape string must be empty or one character.")
          .toException();
    }
  }

  private static int[] escaped(int[] pattern, int escape) {
    if (escape == '\\') {
      return pattern;
    }
    StringBuilder result = new StringBuilder();
    boolean afterEscape = false;
    for (int point : pattern) {
      if (point == escape && !afterEscape) {
        result.append('\\');
        afterEscape = true;
        continue;
      }
      if (point == '\\' && !afterEscape) {
        result.append('\\');
      }
      result.appendCodePoint(point);
      afterEscape = false;
    }
    return result.codePoints().toArray();
  }

  /**
   * {@code similar_escape}: a SQL regular expression as one of the server's own.
   *
   * @param escape one character, empty for none
   */
  static String similarPattern(String pattern, String escape) {
    requireOne(CodePoints.length(escape));
    return new SimilarPattern(escape.isEmpty() ? -1 : escape.codePointAt(0)).translate(pattern);
  }

  /** The state of one translation. */
  private static final class SimilarPattern {
    private final int escape;
    private final StringBuilder result = new StringBuilder("^(?:");
    private boolean afterEscape;
    private boolean inClass;
    private int quotes;

    SimilarPattern(int escape) {
      this.escape = escape;
    }

    String translate(String pattern) {
      pattern.codePoints().forEach(this::take);
      return result.append(")$").toString();
    }

    private void take(int point) {
      if (afterEscape) {
        escaped(point);
        afterEscape = false;
      } else if (point == escape) {
        afterEscape = true;
      } else if (inClass) {
        result.append(point == '\\' ? "\\" : "").appendCodePoint(point);
        inClass = point != ']';
      } else {
        plain(point);
      }
    }

    private void escaped(int point) {
      if (point != '"' || inClass) {
        result.append('\\').appendCodePoint(point);
        return;
      }
      if (quotes > 1) {
        throw new ReportedError(
            SqlState.INVALID_USE_OF_ESCAPE_CHARACTER,
            "SQL regular expression may not contain more than two escape-double-quote"
                + " separators");
      }
      result.append(quotes == 0 ? "){1,1}?(" : "){1,1}(?:");
      quotes++;
    }

    private void plain(int point) {
      switch (point) {
        case '[' -> {
          result.append('[');
          inClass = true;
        }
        case '%' -> result.append(".*");
        case '_' -> result.append('.');
        case '(' -> result.append("(?:");
        case '\\', '.', '^', '$' -> result.append('\\').appendCodePoint(point);
        default -> result.appendCodePoint(point);
      }
    }
  }
}
