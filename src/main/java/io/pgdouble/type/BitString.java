package io.pgdouble.type;

import java.util.Arrays;

/**
 * A {@code bit} or {@code bit varying}: bits from the most significant of the first byte; the bits
 * behind the last are zero. The array is not to be changed.
 */
public final class BitString {
  private final int length;
  private final byte[] bytes;

  /**
   * @param length bits
   */
  public BitString(int length, byte[] bytes) {
    this.length = length;
    this.bytes = bytes;
  }

  public int length() {
    return length;
  }

  public byte[] bytes() {
    return bytes;
  }

  public boolean bit(int index) {
    return (bytes[index >> 3] & 0x80 >> (index & 7)) != 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BitString that
        && length == that.length
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) + length;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(bit(i) ? '1' : '0');
    }
    return text.toString();
  }
}
