package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.BitString;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What is done with bit strings. Source: {@code varbit.c}. */
final class BitStrings {
  private BitStrings() {}

  /** Strings of bits that a predicate tells, from the most significant. */
  private static BitString of(int length, IntPredicate bit) {
    byte[] bytes = new byte[(length + 7) / 8];
    for (int i = 0; i < length; i++) {
      if (bit.test(i)) {
        bytes[i >> 3] |= (byte) (0x80 >> (i & 7));
      }
    }
    return new BitString(length, bytes);
  }

  /** {@code bit_cmp}: byte by byte, then the shorter first. */
  static int compare(BitString left, BitString right) {
    int common = Math.min(left.bytes().length, right.bytes().length);
    int at = Arrays.mismatch(left.bytes(), right.bytes());
    return at >= 0 && at < common
        ? ByteOrder.bytes(left.bytes(), right.bytes())
        : Integer.compare(left.length(), right.length());
  }

  /** {@code bit(x, n, explicit)}. */
  static BitString fixed(BitString value, int length, Object explicit) {
    if (length <= 0 || length == value.length()) {
      return value;
    }
    if (!explicit.equals(true)) {
      throw new ReportedError(
          SqlState.STRING_DATA_LENGTH_MISMATCH,
          "bit string length " + value.length() + " does not match type bit(" + length + ")");
    }
    return of(length, i -> i < value.length() && value.bit(i));
  }

  /** {@code varbit(x, n, explicit)}. */
  static BitString varying(BitString value, int length, Object explicit) {
    if (length <= 0 || length >= value.length()) {
      return value;
    }
    if (!explicit.equals(true)) {
      throw new ReportedError(
          SqlState.STRING_DATA_RIGHT_TRUNCATION,
          "bit string too long for type bit varying(" + length + ")");
    }
    return of(length, value::bit);
  }

  static BitString and(BitString left, BitString right) {
    requireSame("AND", left, right);
    return of(left.length(), i -> left.bit(i) && right.bit(i));
  }

  static BitString or(BitString left, BitString right) {
    requireSame("OR", left, right);
    return of(left.length(), i -> left.bit(i) || right.bit(i));
  }

  static BitString xor(BitString left, BitString right) {
    requireSame("XOR", left, right);
    return of(left.length(), i -> left.bit(i) != right.bit(i));
  }

  private static void requireSame(String operation, BitString left, BitString right) {
    if (left.length() != right.length()) {
      throw new ReportedError(
          SqlState.STRING_DATA_LENGTH_MISMATCH,
          "cannot " + operation + " bit strings of different sizes");
    }
  }

  static BitString not(BitString value) {
    return of(value.length(), i -> !value.bit(i));
  }

  /** Towards the most significant bit; a negative distance shifts the other way. */
  static BitString shiftLeft(BitString value, long distance) {
    return of(
        value.length(),
        i -> i + distance >= 0 && i + distance < value.length() && value.bit((int) (i + distance)));
  }

  static BitString concatenate(BitString left, BitString right) {
    int first = left.length();
    return of(first + right.length(), i -> i < first ? left.bit(i) : right.bit(i - first));
  }

  /** From a place counted from 1, to the end. */
  static BitString from(BitString value, int start) {
    return part(value, start, value.length() + 1L);
  }

  static BitString substring(BitString value, int start, int length) {
    if (length < 0) {
      throw negativeLength();
    }
    long end = (long) start + length;
    return part(value, start, end > Integer.MAX_VALUE ? value.length() + 1L : end);
  }

  private static BitString part(BitString value, int start, long end) {
    int first = Math.max(start, 1);
    int last = (int) Math.min(end, value.length() + 1L);
    return first > value.length() || last <= first
        ? new BitString(0, new byte[0])
        : of(last - first, i -> value.bit(first - 1 + i));
  }

  static BitString overlay(BitString value, BitString other, int start, int length) {
    if (start <= 0) {
      throw negativeLength();
    }
    long end = (long) start + length;
    if (end > Integer.MAX_VALUE || end < Integer.MIN_VALUE) {
      throw FunctionErrors.integerRange();
    }
    BitString before = substring(value, 1, start - 1);
    return concatenate(concatenate(before, other), from(value, (int) end));
  }

  private static ReportedError negativeLength() {
    return new ReportedError(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
  }

  /** Where the part begins, counted from 1; 0 if nowhere. */
  static int position(BitString part, BitString value) {
    if (value.length() == 0 || part.length() > value.length()) {
      return 0;
    }
    for (int at = 0; at + part.length() <= value.length(); at++) {
      if (substring(value, at + 1, part.length()).equals(part)) {
        return at + 1;
      }
    }
    return 0;
  }

  static int bit(BitString value, int index) {
    requireIndex(value, index);
    return value.bit(index) ? 1 : 0;
  }

  static BitString withBit(BitString value, int index, int bit) {
    requireIndex(value, index);
    if (bit != 0 && bit != 1) {
      throw FunctionErrors.invalidParameter("new bit must be 0 or 1");
    }
    return of(value.length(), i -> i == index ? bit == 1 : value.bit(i));
  }

  private static void requireIndex(BitString value, int index) {
    if (index < 0 || index >= value.length()) {
      throw new ReportedError(
          SqlState.ARRAY_SUBSCRIPT_ERROR,
          "bit index " + index + " out of valid range (0.." + (value.length() - 1) + ")");
    }
  }

  static long count(BitString value) {
    long count = 0;
    for (byte one : value.bytes()) {
      count += Integer.bitCount(one & 0xff);
    }
    return count;
  }

  /** The last bits of a number, or all of them behind copies of the sign. */
  static BitString ofNumber(long value, int typmod) {
    int length = typmod <= 0 ? 1 : typmod;
    return of(length, i -> (value >> Math.min(length - 1 - i, Long.SIZE - 1) & 1) != 0);
  }

  static int int4(BitString value) {
    if (value.length() > Integer.SIZE) {
      throw FunctionErrors.integerRange();
    }
    return (int) number(value);
  }

  static long int8(BitString value) {
    if (value.length() > Long.SIZE) {
      throw FunctionErrors.bigintRange();
    }
    return number(value);
  }

  private static long number(BitString value) {
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      number = number << 1 | (value.bit(i) ? 1 : 0);
    }
    return number;
  }
}
