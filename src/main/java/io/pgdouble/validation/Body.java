package io.pgdouble.validation;

import java.util.Arrays;

/**
 * A cursor over the body of one message, within a buffer that may hold others. It makes no objects,
 * and what goes beyond the body's end is zero and leaves it {@link #broken}.
 */
final class Body {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private byte[] bytes = {};
  private int at;
  private int end;
  private boolean broken;

  /** Begins anew, with these bytes. */
  Body over(byte[] buffer, int from, int to) {
    bytes = buffer;
    at = from;
    end = to;
    broken = false;
    return this;
  }

  int remaining() {
    return end - at;
  }

  /** Whether it ended before what was to be read of it. */
  boolean broken() {
    return broken;
  }

  /** Whether it was all read, and had it all. */
  boolean isDone() {
    return !broken && at == end;
  }

  int int8() {
    return has(1) ? bytes[at++] & 0xff : 0;
  }

  int int16() {
    return has(2) ? (bytes[at++] & 0xff) << 8 | bytes[at++] & 0xff : 0;
  }

  int int32() {
    return int16() << 16 | int16();
  }

  void skip(int count) {
    at += has(count) ? count : 0;
  }

  /** Passes over what is left if it is this, which is something. */
  boolean passes(byte[] expected) {
    boolean same =
        expected.length > 0
            && end - at == expected.length
            && Arrays.equals(bytes, at, end, expected, 0, expected.length);
    at = same ? end : at;
    return same;
  }

  /** What is left; it is not passed over. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, at, end);
  }

  void skipRest() {
    at = end;
  }

  private boolean has(int count) {
    if (count < 0 || count > end - at) {
      broken = true;
      at = end;
      return false;
    }
    return true;
  }

  /** Passes over a string, and returns how many bytes it had. */
  int string() {
    int start = at;
    while (at < end && bytes[at] != 0) {
      at++;
    }
    int length = at - start;
    skip(1);
    return length;
  }

  /** Passes over a string, and returns what tells it from others; zero if it is empty. */
  long name() {
    int start = at;
    int length = string();
    long hash = FNV_OFFSET;
    for (int i = start; i < start + length; i++) {
      hash = (hash ^ bytes[i]) * FNV_PRIME;
    }
    return length == 0 ? 0 : hash;
  }

  /** Passes over a counted value; length -1 is NULL. */
  void value() {
    int length = int32();
    if (length != -1) {
      skip(length);
    }
  }

  /** Passes over so many of them. */
  void values(int count) {
    for (int i = 0; i < count && !broken; i++) {
      value();
    }
  }

  /** Whether these bytes come next. They are not passed over. */
  boolean startsWith(byte[] prefix) {
    if (prefix.length > end - at) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The byte so far ahead, -1 beyond the end. */
  int ahead(int count) {
    return count < end - at ? bytes[at + count] & 0xff : -1;
  }

  /** How often a character occurs in what is left. */
  int occurrences(char character) {
    int count = 0;
    for (int i = at; i < end; i++) {
      count += bytes[i] == character ? 1 : 0;
    }
    return count;
  }

  /** Whether a character occurs before the first space. */
  boolean firstWordHas(char character) {
    int i = at;
    while (i < end && bytes[i] != ' ' && bytes[i] != character) {
      i++;
    }
    return i < end && bytes[i] == character;
  }

  /** Whether a word in small letters occurs in what is left, in letters of any kind. */
  boolean mentions(byte[] word) {
    for (int start = at; start + word.length <= end; start++) {
      if ((bytes[start] | 0x20) == word[0] && matches(word, start)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(byte[] word, int start) {
    for (int i = 1; i < word.length; i++) {
      if ((bytes[start + i] | 0x20) != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** What is left, as text for a reader of a verdict. */
  String text() {
    return new String(bytes, at, end - at, java.nio.charset.StandardCharsets.UTF_8);
  }
}
