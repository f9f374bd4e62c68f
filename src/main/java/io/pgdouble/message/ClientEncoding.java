package io.pgdouble.message;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.error.UncheckedText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How strings are written on the wire: the setting {@code client_encoding}. The server's own
 * encoding is UTF8. {@code mbutils.c}.
 *
 * @param name PostgreSQL's, such as {@code LATIN1}
 * @param charset the same as Java has it
 * @param conversion how much of it is the same
 */
public record ClientEncoding(String name, Charset charset, Conversion conversion) {
  public static final ClientEncoding UTF8 =
      new ClientEncoding("UTF8", StandardCharsets.UTF_8, Conversion.NONE);

  private static final char REPLACEMENT = '\uFFFD';

  /**
   * A string from its bytes.
   *
   * @throws ReportedError 22021 if they are not in this encoding, 22P05 if the server's encoding
   *     has no such character. {@code mbutils.c: report_invalid_encoding}
   */
  public String decode(byte[] bytes, int offset, int count) {
    if (conversion == Conversion.ASCII_ONLY) {
      return ascii(bytes, offset, count);
    }
    String value = new String(bytes, offset, count, charset);
    if (value.indexOf(REPLACEMENT) >= 0) {
      verify(bytes, offset, count);
    }
    return value;
  }

  /**
   * The bytes of a string.
   *
   * @throws ReportedError 22P05 if a character has none, 22021 if it was never checked and is not
   *     UTF-8. {@code mbutils.c: report_untranslatable_char, report_invalid_encoding}
   */
  public byte[] encode(String value) {
    if (charset == StandardCharsets.UTF_8) {
      return UncheckedText.bytes(value);
    }
    if (conversion == Conversion.ASCII_ONLY) {
      return ascii(value);
    }
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(value));
      return Arrays.copyOfRange(bytes.array(), 0, bytes.limit());
    } catch (CharacterCodingException e) {
      throw untranslatable(value);
    }
  }

  private String ascii(byte[] bytes, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      if (bytes[i] < 0) {
        throw notSimulated();
      }
    }
    return new String(bytes, offset, count, StandardCharsets.US_ASCII);
  }

  private byte[] ascii(String value) {
    if (value.chars().anyMatch(c -> c > 127)) {
      throw notSimulated();
    }
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  private ReportedError notSimulated() {
    return ErrorReport.notSimulated("such characters of client_encoding " + name).toException();
  }

  private void verify(byte[] bytes, int offset, int count) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, count);
    CharBuffer out = CharBuffer.allocate(count + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (!result.isError()) {
      return;
    }
    throw switch (conversion) {
      case NONE -> invalid(bytes, in.position(), offset + count);
      case SINGLE_BYTES -> noCharacter(bytes[in.position()]);
      case WHOLE_CHARACTERS, ASCII_ONLY -> notSimulated();
    };
  }

  private static ReportedError invalid(byte[] bytes, int at, int end) {
    int shown = Math.min(end, at + utf8Length(bytes[at]));
    return new ReportedError(
        SqlState.CHARACTER_NOT_IN_REPERTOIRE,
        "invalid byte sequence for encoding \"UTF8\": "
            + hex(Arrays.copyOfRange(bytes, at, shown)));
  }

  private ReportedError noCharacter(byte one) {
    return new ReportedError(
        SqlState.UNTRANSLATABLE_CHARACTER,
        "character with byte sequence "
            + hex(new byte[] {one})
            + " in encoding \""
            + name
            + "\" has no equivalent in encoding \"UTF8\"");
  }

  /** {@code wchar.c: pg_utf_mblen}: what the first byte promises. */
  private static int utf8Length(byte first) {
    int value = first & 0xff;
    if (value >= 0xc0 && value < 0xe0) {
      return 2;
    }
    if (value >= 0xe0 && value < 0xf0) {
      return 3;
    }
    return value >= 0xf0 && value < 0xf8 ? 4 : 1;
  }

  private ReportedError untranslatable(String value) {
    var encoder = charset.newEncoder();
    int at = 0;
    while (at < value.length() && encoder.canEncode(characterAt(value, at))) {
      at += Character.charCount(value.codePointAt(at));
    }
    if (UncheckedText.firstStray(value) == at) {
      byte[] rest = UncheckedText.bytes(value.substring(at));
      return invalid(rest, 0, rest.length);
    }
    if (conversion == Conversion.WHOLE_CHARACTERS) {
      return notSimulated();
    }
    byte[] character = characterAt(value, at).getBytes(StandardCharsets.UTF_8);
    return ErrorReport.error(
            SqlState.UNTRANSLATABLE_CHARACTER,
            "character with byte sequence "
                + hex(character)
                + " in encoding \"UTF8\" has no equivalent in encoding \""
                + name
                + "\"")
        .toException();
  }

  private static String characterAt(String value, int at) {
    return at < value.length() ? Character.toString(value.codePointAt(at)) : "";
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(bytes);
  }
}
