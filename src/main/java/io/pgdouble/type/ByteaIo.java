package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** bytea, in both its forms. Manual: {@code datatype-binary}; server: {@code varlena.c}. */
final class ByteaIo implements TypeIo {
  static final ByteaIo INSTANCE = new ByteaIo();

  private static final byte[] HEX = Ascii.bytes("0123456789abcdef");

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return text.startsWith("\\x") ? hex(text, 2) : escaped(text);
  }

  /**
   * The bytes of hexadecimal digits, white space allowed between pairs. Server: {@code encode.c:
   * hex_decode}.
   *
   * @throws ReportedError {@code 22023}
   */
  static byte[] hex(String text, int from) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((text.length() - from) / 2);
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        i++;
        continue;
      }
      int high = digit(text, i);
      if (i + 1 >= text.length()) {
        throw TypeErrors.invalidParameter("invalid hexadecimal data: odd number of digits");
      }
      bytes.write(high << 4 | digit(text, i + 1));
      i += 2;
    }
    return bytes.toByteArray();
  }

  private static int digit(String text, int index) {
    int digit = Ascii.hexDigit(text.charAt(index));
    if (digit < 0) {
      throw TypeErrors.invalidParameter(
          "invalid hexadecimal digit: \"" + Character.toString(text.codePointAt(index)) + "\"");
    }
    return digit;
  }

  private static byte[] escaped(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    int i = 0;
    while (i < in.length) {
      if (in[i] != '\\') {
        out.write(in[i++]);
      } else if (i + 1 < in.length && in[i + 1] == '\\') {
        out.write('\\');
        i += 2;
      } else if (i + 3 < in.length && in[i + 1] <= '3' && octal(in, i) >= 0) {
        out.write(octal(in, i));
        i += 4;
      } else {
        throw new ReportedError(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
      }
    }
    return out.toByteArray();
  }

  /** The value of the three octal digits behind a backslash, or -1. */
  private static int octal(byte[] in, int backslash) {
    int value = 0;
    for (int i = backslash + 1; i <= backslash + 3; i++) {
      if (in[i] < '0' || in[i] > '7') {
        return -1;
      }
      value = value << 3 | in[i] - '0';
    }
    return value;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return new String(outputBytes(value, environment), StandardCharsets.ISO_8859_1);
  }

  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    byte[] bytes = (byte[]) value;
    return environment.byteaOutput() == ByteaOutput.HEX ? toHex(bytes) : toEscaped(bytes);
  }

  private static byte[] toHex(byte[] bytes) {
    byte[] text = new byte[2 + 2 * bytes.length];
    text[0] = '\\';
    text[1] = 'x';
    int at = 2;
    for (byte b : bytes) {
      text[at++] = HEX[b >> 4 & 0xf];
      text[at++] = HEX[b & 0xf];
    }
    return text;
  }

  private static byte[] toEscaped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) {
      if (b == '\\') {
        out.write('\\');
        out.write('\\');
      } else if (b < ' ' || b > '~') {
        out.write('\\');
        out.write('0' + (b >> 6 & 3));
        out.write('0' + (b >> 3 & 7));
        out.write('0' + (b & 7));
      } else {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.rest();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return (byte[]) value;
  }
}
