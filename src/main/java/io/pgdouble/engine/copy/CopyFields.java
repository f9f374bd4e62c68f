package io.pgdouble.engine.copy;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a line as texts ({@code CopyReadAttributesText}, {@code CopyReadAttributesCSV}).
 */
public final class CopyFields {
  private final CopyOptions options;
  private final String line;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private CopyFields(CopyOptions options, String line) {
    this.options = options;
    this.line = line;
  }

  /**
   * The texts.
   *
   * @return null elements are nulls
   */
  public static List<String> of(CopyOptions options, String line) {
    CopyFields reader = new CopyFields(options, line);
    do {
      reader.fields.add(options.isCsv() ? reader.csv() : reader.text());
    } while (reader.at <= line.length());
    return reader.fields;
  }

  /** A text in CSV that stands for a null is one only where it has no quotes. */
  private String csv() {
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    while (at < line.length() && line.charAt(at) != options.delimiter()) {
      char c = line.charAt(at++);
      if (c == options.quote()) {
        quoted = true;
        quotes(value);
      } else {
        value.append(c);
      }
    }
    at++;
    String text = value.toString();
    return !quoted && text.equals(options.nullText()) ? null : text;
  }

  private void quotes(StringBuilder value) {
    while (true) {
      if (at == line.length()) {
        throw CopyFault.of("unterminated CSV quoted field");
      }
      char c = line.charAt(at++);
      if (c == options.escape() && isEscaped()) {
        value.append(line.charAt(at++));
      } else if (c == options.quote()) {
        return;
      } else {
        value.append(c);
      }
    }
  }

  private boolean isEscaped() {
    return at < line.length()
        && (line.charAt(at) == options.escape() || line.charAt(at) == options.quote());
  }

  private String text() {
    int start = at;
    StringBuilder value = new StringBuilder();
    while (at < line.length() && line.charAt(at) != options.delimiter()) {
      char c = line.charAt(at++);
      if (c == '\\' && at < line.length()) {
        value.append(escaped());
      } else {
        value.append(c);
      }
    }
    boolean isNull = line.substring(start, Math.min(at, line.length())).equals(options.nullText());
    at++;
    return isNull ? null : value.toString();
  }

  private char escaped() {
    char c = line.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c - '0');
      case 'x' -> hexadecimal();
      default -> c;
    };
  }

  private char octal(int first) {
    int value = first;
    for (int i = 0; i < 2 && digit(8) >= 0; i++) {
      value = value * 8 + digit(8);
      at++;
    }
    return ascii(value & 0xFF);
  }

  private char hexadecimal() {
    if (digit(16) < 0) {
      return 'x';
    }
    int value = 0;
    for (int i = 0; i < 2 && digit(16) >= 0; i++) {
      value = value * 16 + digit(16);
      at++;
    }
    return ascii(value);
  }

  private int digit(int radix) {
    return at < line.length() ? Character.digit(line.charAt(at), radix) : -1;
  }

  /** Bytes of longer characters would have to be put together. */
  private static char ascii(int value) {
    if (value == 0 || value > 0x7F) {
      throw ErrorReport.notSimulated("such an escape in COPY data").toException();
    }
    return (char) value;
  }
}
