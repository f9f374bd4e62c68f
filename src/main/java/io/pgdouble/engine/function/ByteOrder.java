package io.pgdouble.engine.function;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * What the comparison support functions answer, where more than its sign shows: the difference of
 * the first bytes that differ, as the C library's {@code strcmp} and {@code memcmp} give it.
 */
final class ByteOrder {
  private ByteOrder() {}

  /** {@code strcoll} in {@code C.UTF-8}: as if a zero byte ended each text. */
  static int strings(String left, String right) {
    return strings(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static int strings(byte[] left, byte[] right) {
    int at = Arrays.mismatch(left, right);
    return at < 0 ? 0 : byteAt(left, at) - byteAt(right, at);
  }

  private static int byteAt(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : 0;
  }

  /** {@code memcmp} over the shorter length, then the sign of the lengths' difference. */
  static int bytes(byte[] left, byte[] right) {
    int at = Arrays.mismatch(left, right);
    if (at >= 0 && at < Math.min(left.length, right.length)) {
      return byteAt(left, at) - byteAt(right, at);
    }
    return Integer.compare(left.length, right.length);
  }

  /** The pattern operator classes compare texts as bytes. */
  static int patterns(String left, String right) {
    return bytes(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  static int uuids(UUID left, UUID right) {
    int at = Uuids.compare(left, right) == 0 ? 16 : 0;
    while (at < 16 && byteAt(left, at) == byteAt(right, at)) {
      at++;
    }
    return at == 16 ? 0 : byteAt(left, at) - byteAt(right, at);
  }

  private static int byteAt(UUID uuid, int index) {
    long half = index < 8 ? uuid.getMostSignificantBits() : uuid.getLeastSignificantBits();
    return (int) (half >>> (56 - index % 8 * 8)) & 0xff;
  }
}
