package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** bit and varbit: binary digits, or hexadecimal ones behind an x. Server: {@code varbit.c}. */
final class BitIo implements TypeIo {
  static final BitIo BIT = new BitIo();
  static final BitIo VARBIT = new BitIo();

  /** {@code VARBITMAXLEN}. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8 + 1;

  private BitIo() {}

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    char first = text.isEmpty() ? '\0' : Ascii.toLower(text.charAt(0));
    int width = first == 'x' ? 4 : 1;
    String digits = first == 'x' || first == 'b' ? text.substring(1) : text;
    int length = Utf8.length(digits) * width;
    checkLength(length, typmod);
    byte[] bytes = new byte[(length + 7) / 8];
    for (int i = 0; i < digits.length(); i++) {
      int value = Ascii.hexDigit(digits.charAt(i));
      if (value < 0 || value >= 1 << width) {
        throw invalidDigit(digits, i, width == 4 ? "hexadecimal" : "binary");
      }
      int bit = i * width;
      bytes[bit >> 3] |= (byte) (value << 8 - width - (bit & 7));
    }
    return new BitString(length, bytes);
  }

  private static ReportedError invalidDigit(String digits, int index, String kind) {
    return new ReportedError(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "\""
            + Character.toString(digits.codePointAt(index))
            + "\" is not a valid "
            + kind
            + " digit");
  }

  private void checkLength(int length, int typmod) {
    if (typmod <= 0) {
      return;
    }
    if (this == BIT && length != typmod) {
      throw new ReportedError(
          SqlState.STRING_DATA_LENGTH_MISMATCH,
          "bit string length " + length + " does not match type bit(" + typmod + ")");
    }
    if (length > typmod) {
      throw new ReportedError(
          SqlState.STRING_DATA_RIGHT_TRUNCATION,
          "bit string too long for type bit varying(" + typmod + ")");
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int length = in.int32();
    if (length < 0 || length > MAX_LENGTH) {
      throw TypeErrors.invalidBinary("invalid length in external bit string");
    }
    checkLength(length, typmod);
    byte[] bytes = in.bytes((int) ((length + 7L) / 8));
    if (length % 8 != 0) {
      // The bits behind the last are not the sender's to set.
      bytes[bytes.length - 1] &= (byte) (0xff << 8 - length % 8);
    }
    return new BitString(length, bytes);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    BitString bits = (BitString) value;
    return new BinaryWriter(4 + bits.bytes().length)
        .int32(bits.length())
        .bytes(bits.bytes())
        .toBytes();
  }
}
