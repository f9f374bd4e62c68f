package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** {@code encode} and {@code decode}. Source: {@code encode.c}. */
final class Encodings {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int BASE64_LINE = 76;

  private Encodings() {}

  static String encode(byte[] bytes, String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "hex" -> HexFormat.of().formatHex(bytes);
      case "base64" -> base64(bytes);
      case "escape" -> escape(bytes);
      default -> throw unrecognized(format);
    };
  }

  static byte[] decode(String text, String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "hex" -> fromHex(text);
      case "base64" -> fromBase64(text);
      case "escape" -> fromEscape(text.getBytes(StandardCharsets.UTF_8));
      default -> throw unrecognized(format);
    };
  }

  private static ReportedError unrecognized(String format) {
    return FunctionErrors.invalidParameter("unrecognized encoding: \"" + format + "\"");
  }

  private static String base64(byte[] bytes) {
    StringBuilder result = new StringBuilder();
    int lineEnd = BASE64_LINE;
    int at = 0;
    for (; at + 3 <= bytes.length; at += 3) {
      int group = (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
      append(result, group, 4);
      if (result.length() >= lineEnd) {
        result.append('\n');
        lineEnd = result.length() + BASE64_LINE;
      }
    }
    if (at < bytes.length) {
      int second = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
      append(result, (bytes[at] & 0xff) << 16 | second << 8, bytes.length - at + 1);
      result.append("=".repeat(3 - (bytes.length - at)));
    }
    return result.toString();
  }

  private static void append(StringBuilder result, int group, int digits) {
    for (int i = 0; i < digits; i++) {
      result.append(BASE64.charAt(group >> (18 - 6 * i) & 0x3f));
    }
  }

  private static String escape(byte[] bytes) {
    StringBuilder result = new StringBuilder(bytes.length);
    for (byte value : bytes) {
      if (value <= 0) {
        result.append(String.format("\\%03o", value & 0xff));
      } else {
        result.append(value == '\\' ? "\\\\" : Character.toString(value));
      }
    }
    return result.toString();
  }

  private static byte[] fromHex(String text) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(text.length() / 2);
    int at = 0;
    while (at < text.length()) {
      if (" \n\t\r".indexOf(text.charAt(at)) >= 0) {
        at++;
        continue;
      }
      int high = hexDigit(text, at);
      if (at + 1 >= text.length()) {
        throw FunctionErrors.invalidParameter("invalid hexadecimal data: odd number of digits");
      }
      result.write(high << 4 | hexDigit(text, at + 1));
      at += 2;
    }
    return result.toByteArray();
  }

  private static int hexDigit(String text, int at) {
    char unit = text.charAt(at);
    int digit = unit < 0x80 ? Character.digit(unit, 16) : -1;
    if (digit < 0) {
      throw FunctionErrors.invalidParameter(
          "invalid hexadecimal digit: \"" + Character.toString(text.codePointAt(at)) + "\"");
    }
    return digit;
  }

  private static byte[] fromBase64(String text) {
    Base64Reader reader = new Base64Reader();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (point != ' ' && point != '\t' && point != '\n' && point != '\r') {
        reader.take(point);
      }
    }
    return reader.end();
  }

  /** {@code pg_base64_decode}, which takes more after an end than the standard would. */
  private static final class Base64Reader {
    private final ByteArrayOutputStream result = new ByteArrayOutputStream();
    private int buffer;
    private int position;
    private int end;

    void take(int point) {
      int digit = point == '=' ? 0 : BASE64.indexOf(point);
      if (point == '=' && end == 0) {
        end = endAt();
      }
      if (digit < 0) {
        throw FunctionErrors.invalidParameter(
            "invalid symbol \""
                + Character.toString(point)
                + "\" found while decoding base64 sequence");
      }
      buffer = buffer << 6 | digit;
      if (++position == 4) {
        flush();
      }
    }

    private int endAt() {
      if (position != 2 && position != 3) {
        throw FunctionErrors.invalidParameter("unexpected \"=\" while decoding base64 sequence");
      }
      return position - 1;
    }

    private void flush() {
      result.write(buffer >> 16);
      if (end == 0 || end > 1) {
        result.write(buffer >> 8);
      }
      if (end == 0) {
        result.write(buffer);
      }
      buffer = 0;
      position = 0;
    }

    byte[] end() {
      if (position != 0) {
        throw ErrorReport.error(SqlState.INVALID_PARAMETER_VALUE, "invalid base64 end sequence")
            .withHint("Input data is missing padding, is truncated, or is otherwise corrupted.")
            .toException();
      }
      return result.toByteArray();
    }
  }

  private static byte[] fromEscape(byte[] text) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(text.length);
    int at = 0;
    while (at < text.length) {
      if (text[at] != '\\') {
        result.write(text[at++]);
      } else if (isOctal(text, at)) {
        result.write((text[at + 1] - '0') << 6 | (text[at + 2] - '0') << 3 | (text[at + 3] - '0'));
        at += 4;
      } else if (at + 1 < text.length && text[at + 1] == '\\') {
        result.write('\\');
        at += 2;
      } else {
        throw new ReportedError(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
      }
    }
    return result.toByteArray();
  }

  private static boolean isOctal(byte[] text, int at) {
    return at + 3 < text.length
        && text[at + 1] >= '0'
        && text[at + 1] <= '3'
        && text[at + 2] >= '0'
        && text[at + 2] <= '7'
        && text[at + 3] >= '0'
        && text[at + 3] <= '7';
  }
}
