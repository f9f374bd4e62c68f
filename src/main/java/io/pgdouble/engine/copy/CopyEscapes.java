package io.pgdouble.engine.copy;

import io.pgdouble.type.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text with backslashes ({@code CopyReadAttributesText}). Numbers after them are bytes, which
 * together must be characters.
 */
final class CopyEscapes {
  private final String line;
  private final StringBuilder chars = new StringBuilder();
  private int at;

  /** What stands before the last byte that was written as a number; empty where none was. */
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  CopyEscapes(String line) {
    this.line = line;
  }

  /**
   * Reads on.
   *
   * @return where the delimiter stands, or the line ends
   */
  int read(int start, char delimiter) {
    at = start;
    while (at < line.length() && line.charAt(at) != delimiter) {
      char c = line.charAt(at++);
      if (c == '\\' && at < line.length()) {
        escaped();
      } else {
        chars.append(c);
      }
    }
    return at;
  }

  /**
   * What was read.
   *
   * @throws io.pgdouble.error.ReportedError 22021 for bytes that are no characters
   */
  String text() {
    if (bytes.size() == 0) {
      return chars.toString();
    }
    flush();
    return Utf8.decode(bytes.toByteArray());
  }

  private void flush() {
    bytes.writeBytes(chars.toString().getBytes(StandardCharsets.UTF_8));
    chars.setLength(0);
  }

  private void escaped() {
    char c = line.charAt(at++);
    switch (c) {
      case 'b' -> chars.append('\b');
      case 'f' -> chars.append('\f');
      case 'n' -> chars.append('\n');
      case 'r' -> chars.append('\r');
      case 't' -> chars.append('\t');
      case 'v' -> chars.append('\u000b');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c - '0');
      case 'x' -> hexadecimal();
      default -> chars.append(c);
    }
  }

  private void octal(int first) {
    int value = first;
    for (int i = 0; i < 2 && digit(8) >= 0; i++) {
      value = value * 8 + digit(8);
      at++;
    }
    put(value & 0xFF);
  }

  private void hexadecimal() {
    if (digit(16) < 0) {
      chars.append('x');
      return;
    }
    int value = 0;
    for (int i = 0; i < 2 && digit(16) >= 0; i++) {
      value = value * 16 + digit(16);
      at++;
    }
    put(value);
  }

  private int digit(int radix) {
    char c = at < line.length() ? line.charAt(at) : ' ';
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private void put(int value) {
    if (value != 0 && value < 0x80) {
      chars.append((char) value);
      return;
    }
    flush();
    bytes.write(value);
  }
}
