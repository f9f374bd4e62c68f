package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * The length coercions {@code varchar(n)} and {@code char(n)}: an explicit cast cuts, an assignment
 * cuts spaces only. Source: {@code varchar.c}.
 */
final class StringLengths {
  private static final int TYPMOD_OFFSET = 4;

  private StringLengths() {}

  static String varchar(String text, int typmod, CastContext cast) {
    int limit = typmod - TYPMOD_OFFSET;
    if (limit < 0 || text.length() <= limit) {
      return text;
    }
    int end = CodePoints.offset(text, limit);
    check(text, end, cast, "character varying(" + limit + ")");
    return text.substring(0, end);
  }

  static String bpchar(String text, int typmod, CastContext cast) {
    int limit = typmod - TYPMOD_OFFSET;
    if (limit < 0) {
      return text;
    }
    int length = CodePoints.length(text);
    if (length <= limit) {
      return text + " ".repeat(limit - length);
    }
    int end = CodePoints.offset(text, limit);
    check(text, end, cast, "character(" + limit + ")");
    return text.substring(0, end);
  }

  private static void check(String text, int end, CastContext cast, String type) {
    for (int i = end; i < text.length() && cast == CastContext.ASSIGNMENT; i++) {
      if (text.charAt(i) != ' ') {
        throw new ReportedError(
            SqlState.STRING_DATA_RIGHT_TRUNCATION, "value too long for type " + type);
      }
    }
  }
}
