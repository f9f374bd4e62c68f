package io.pgdouble.engine.sql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Literals in which octal or hexadecimal escapes wrote single bytes: together they must be valid
 * UTF-8 ({@code scan.l: saw_non_ascii}; {@code mbutils.c: pg_verifymbstr}).
 */
final class EscapedBytes {
  /** Raw bytes travel as lone low surrogates, which no valid text contains. */
  private static final int MARK = 0xDC00;

  private EscapedBytes() {}

  static char mark(int value) {
    return (char) (MARK + value);
  }

  static String decode(CharSequence marked) {
    ByteBuffer bytes = ByteBuffer.allocate(marked.length() * 3);
    int i = 0;
    while (i < marked.length()) {
      char c = marked.charAt(i);
      if (Character.isLowSurrogate(c)) {
        bytes.put((byte) (c - MARK));
        i++;
      } else {
        int width = Character.charCount(Character.codePointAt(marked, i));
        bytes.put(StandardCharsets.UTF_8.encode(CharBuffer.wrap(marked, i, i + width)));
        i += width;
      }
    }
    return verify(bytes.flip());
  }

  private static String verify(ByteBuffer bytes) {
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = bytes.duplicate();
    var result = decoder.decode(input, chars, true);
    String text = chars.flip().toString();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw invalid(new byte[] {0}, 0);
    }
    try {
      result.throwException();
    } catch (java.nio.BufferUnderflowException complete) {
      return text;
    } catch (CharacterCodingException malformed) {
      throw invalid(bytes.array(), bytes.limit(), input.position());
    }
    return text;
  }

  private static ReportedError invalid(byte[] bytes, int at) {
    return invalid(bytes, bytes.length, at);
  }

  /** Names as many bytes as the first of them announces, where there are as many. */
  private static ReportedError invalid(byte[] bytes, int limit, int at) {
    int first = bytes[at] & 0xFF;
    int announced =
        (first & 0x80) == 0
            ? 1
            : (first & 0xE0) == 0xC0
                ? 2
                : (first & 0xF0) == 0xE0 ? 3 : (first & 0xF8) == 0xF0 ? 4 : 1;
    StringBuilder text = new StringBuilder("invalid byte sequence for encoding \"UTF8\":");
    for (int i = at; i < Math.min(limit, at + announced); i++) {
      text.append(String.format(" 0x%02x", bytes[i] & 0xFF));
    }
    return ErrorReport.error(SqlState.CHARACTER_NOT_IN_REPERTOIRE, text.toString()).toException();
  }
}
