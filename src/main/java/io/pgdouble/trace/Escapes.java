package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Bytes as quoted text and back. {@code PQtrace} writes quotes, backslashes and line ends as they
 * are, which cannot be read back; here they are escaped with a backslash, and what is not printable
 * UTF-8 is {@code \xHH}.
 */
final class Escapes {

  private Escapes() {}

  /** The bytes between two quotes of the given kind. */
  static String quote(byte[] bytes, char quote) {
    StringBuilder out = new StringBuilder(bytes.length + 2).append(quote);
    int at = 0;
    while (at < bytes.length) {
      int length = sequenceLength(bytes, at);
      appendSequence(out, new String(bytes, at, length, StandardCharsets.UTF_8), quote);
      if (length == 0) {
        out.append(hex(bytes[at]));
      }
      at += Math.max(1, length);
    }
    return out.append(quote).toString();
  }

  /** One byte as {@code \xHH}. */
  static String hex(byte value) {
    return String.format(Locale.ROOT, "\\x%02x", value & 0xff);
  }

  private static void appendSequence(StringBuilder out, String character, char quote) {
    switch (character) {
      case "\n" -> out.append("\\n");
      case "\r" -> out.append("\\r");
      case "\t" -> out.append("\\t");
      case "\\" -> out.append("\\\\");
      case "$" -> out.append("$");
      default -> {
        boolean isQuote = character.length() == 1 && character.charAt(0) == quote;
        out.append(isQuote ? "\\" : "").append(character);
      }
    }
  }

  /** How many bytes from here are one printable character; 0 if the byte must be shown in hex. */
  private static int sequenceLength(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      boolean symbol = first == '$' && at + 1 < bytes.length && bytes[at + 1] == '{';
      boolean named = first == '\n' || first == '\r' || first == '\t';
      return named || (first >= 0x20 && first < 0x7f && !symbol) ? 1 : 0;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (at + length > bytes.length) {
      return 0;
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
      return isPrintable(text.codePointAt(0)) ? length : 0;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }

  private static boolean isPrintable(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.CURRENCY_SYMBOL
        || Character.getType(codePoint) == Character.OTHER_SYMBOL
        || Character.getType(codePoint) == Character.MATH_SYMBOL;
  }

  /**
   * The bytes of the text between two quotes.
   *
   * @param text without its quotes
   * @param symbols what {@code ${A.pid}} stands for
   * @throws TraceSyntaxException for an escape that is none
   */
  static byte[] unquote(String text, Symbols symbols) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      at = unquoteOne(text, at, out, symbols);
    }
    return out.toByteArray();
  }

  private static int unquoteOne(String text, int at, ByteArrayOutputStream out, Symbols symbols) {
    if (text.startsWith("${", at)) {
      int end = text.indexOf('}', at);
      out.writeBytes(symbols.text(text.substring(at, end + 1)).getBytes(StandardCharsets.UTF_8));
      return end + 1;
    }
    if (text.charAt(at) == '\\') {
      return unescape(text, at + 1, out);
    }
    int next = text.offsetByCodePoints(at, 1);
    out.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
    return next;
  }

  private static int unescape(String text, int at, ByteArrayOutputStream out) {
    char kind = at < text.length() ? text.charAt(at) : ' ';
    switch (kind) {
      case 'n' -> out.write('\n');
      case 'r' -> out.write('\r');
      case 't' -> out.write('\t');
      case '\\', '"', '\'' -> out.write(kind);
      case 'x' -> {
        out.write(Integer.parseInt(text, at + 1, at + 3, 16));
        return at + 3;
      }
      default ->
          throw new TraceSyntaxException("escape \\" + kind + " (expected: n r t x \\ \" ')");
    }
    return at + 1;
  }
}
