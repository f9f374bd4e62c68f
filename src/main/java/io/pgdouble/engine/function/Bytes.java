package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Arrays;

/** Parts and bits of byte strings. No array handed in is changed. Source: {@code varlena.c}. */
final class Bytes {
  private Bytes() {}

  /** Where {@link #trim} cuts. */
  enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  static byte[] concat(byte[] left, byte[] right) {
    byte[] result = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, result, left.length, right.length);
    return result;
  }

  static byte[] from(byte[] bytes, int start) {
    int first = Math.max(start, 1) - 1;
    return first >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, first, bytes.length);
  }

  static byte[] substring(byte[] bytes, int start, int length) {
    if (length < 0) {
      throw Substrings.negativeLength();
    }
    long end = (long) start + length;
    if (end != (int) end) {
      return from(bytes, start);
    }
    int first = Math.max(start, 1) - 1;
    int last = (int) Math.max(0, Math.min(end - 1, bytes.length));
    return first >= last ? new byte[0] : Arrays.copyOfRange(bytes, first, last);
  }

  static byte[] overlay(byte[] bytes, byte[] replacement, int start, int length) {
    if (start <= 0) {
      throw Substrings.negativeLength();
    }
    int end = Integers.add(start, length);
    return concat(concat(substring(bytes, 1, start - 1), replacement), from(bytes, end));
  }

  /** From 1; 0 where it does not occur. */
  static int position(byte[] bytes, byte[] searched) {
    for (int at = 0; at + searched.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + searched.length, searched, 0, searched.length)) {
        return at + 1;
      }
    }
    return 0;
  }

  static byte[] trim(byte[] bytes, byte[] set, Side side) {
    int start = 0;
    int end = bytes.length;
    while (side != Side.RIGHT && start < end && contains(set, bytes[start])) {
      start++;
    }
    while (side != Side.LEFT && end > start && contains(set, bytes[end - 1])) {
      end--;
    }
    return Arrays.copyOfRange(bytes, start, end);
  }

  private static boolean contains(byte[] set, byte value) {
    for (byte member : set) {
      if (member == value) {
        return true;
      }
    }
    return false;
  }

  private static ReportedError badIndex(long index, long limit) {
    return new ReportedError(
        SqlState.ARRAY_SUBSCRIPT_ERROR,
        "index " + index + " out of valid range, 0.." + (limit - 1));
  }

  static int getByte(byte[] bytes, int index) {
    checkIndex(index, bytes.length);
    return bytes[index] & 0xff;
  }

  static byte[] setByte(byte[] bytes, int index, int value) {
    checkIndex(index, bytes.length);
    byte[] result = bytes.clone();
    result[index] = (byte) value;
    return result;
  }

  private static void checkIndex(long index, long limit) {
    if (index < 0 || index >= limit) {
      throw badIndex(index, limit);
    }
  }

  static int getBit(byte[] bytes, long index) {
    checkIndex(index, bytes.length * 8L);
    return bytes[(int) (index / 8)] >> index % 8 & 1;
  }

  static byte[] setBit(byte[] bytes, long index, int value) {
    checkIndex(index, bytes.length * 8L);
    if (value != 0 && value != 1) {
      throw FunctionErrors.invalidParameter("new bit must be 0 or 1");
    }
    byte[] result = bytes.clone();
    int at = (int) (index / 8);
    int mask = 1 << index % 8;
    result[at] = (byte) (value == 0 ? result[at] & ~mask : result[at] | mask);
    return result;
  }

  static long bitCount(byte[] bytes) {
    long count = 0;
    for (byte value : bytes) {
      count += Integer.bitCount(value & 0xff);
    }
    return count;
  }
}
