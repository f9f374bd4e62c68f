package io.pgdouble.type;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/**
 * Says what is wrong with a JSON text and where. Server: {@code jsonapi.c: json_errdetail}, {@code
 * jsonfuncs.c: report_json_context}.
 */
final class JsonFault {
  /** Bytes of context shown at most, more or less. */
  private static final int CONTEXT = 50;

  private JsonFault() {}

  static ReportedError invalid(JsonLexer lexer, String detail) {
    return ErrorReport.error(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type json")
        .withDetail(detail)
        .with(ErrorField.WHERE, context(lexer))
        .toException();
  }

  static ReportedError codePointZero(JsonLexer lexer) {
    return ErrorReport.error(
            SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
        .withDetail("\\u0000 cannot be converted to text.")
        .with(ErrorField.WHERE, context(lexer))
        .toException();
  }

  private static String context(JsonLexer lexer) {
    byte[] input = lexer.input();
    int lineStart = lexer.lineStart();
    int end = lexer.tokenEnd();
    int start = lineStart;
    while (end - start >= CONTEXT) {
      start++;
      while (start < input.length && (input[start] & 0xc0) == 0x80) {
        start++;
      }
    }
    // Three characters are no more than the dots that would stand for them.
    if (start - lineStart <= 3) {
      start = lineStart;
    }
    boolean more =
        lexer.token() != JsonLexer.Token.END
            && end < input.length
            && input[end] != '\n'
            && input[end] != '\r';
    return "JSON data, line "
        + lexer.line()
        + ": "
        + (start > lineStart ? "..." : "")
        + new String(input, start, Math.max(0, end - start), StandardCharsets.UTF_8)
        + (more ? "..." : "");
  }
}
