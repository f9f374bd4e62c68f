package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;

/**
 * Bytes that need not be a message, written as a row of words: {@code 'x'} as they are, {@code "x"}
 * with a zero behind, {@code int8: int16: int32:} big-endian, {@code times:500:x} repeated.
 */
public final class RawBytes {

  private RawBytes() {}

  /**
   * The bytes of such a row.
   *
   * @throws TraceSyntaxException for a word that is none of these
   */
  public static byte[] scan(String text, Symbols symbols) {
    ColumnReader in = new ColumnReader(text, symbols);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (!in.atEnd()) {
      scanOne(in, text, out);
    }
    return out.toByteArray();
  }

  private static void scanOne(ColumnReader in, String text, ByteArrayOutputStream out) {
    if (in.atQuote()) {
      boolean string = in.atDoubleQuote();
      out.writeBytes(in.bytes());
      if (string) {
        out.write(0);
      }
      return;
    }
    String word = in.peekWord().orElse("");
    if (word.startsWith("${")) {
      out.writeBytes(in.bytes());
      return;
    }
    String[] parts = in.word().split(":", 3);
    switch (parts[0]) {
      case "int8" -> Column.writeInt(out, 8, Long.parseLong(parts[1]));
      case "int16" -> Column.writeInt(out, 16, Long.parseLong(parts[1]));
      case "int32" -> Column.writeInt(out, 32, Long.parseLong(parts[1]));
      case "times" ->
          out.writeBytes(
              Escapes.unquote(parts[2].repeat(Integer.parseInt(parts[1])), Symbols.NONE));
      default -> throw new TraceSyntaxException("found " + word + " in bytes: " + text);
    }
  }
}
