package io.pgdouble.engine.function;

/**
 * Bob Jenkins' {@code lookup3} as the server uses it on a little-endian machine, 32 bits wide and,
 * with a seed, 64. Source: {@code hashfn.c}.
 */
final class JenkinsHash {
  private static final int INITIAL = 0x9e3779b9 + 3923095;
  private static final int BLOCK = 12;

  private int a;
  private int b;
  private int c;

  private JenkinsHash(int length) {
    a = INITIAL + length;
    b = a;
    c = a;
  }

  /** {@code hash_bytes}. */
  static int of(byte[] bytes) {
    return new JenkinsHash(bytes.length).absorb(bytes).c;
  }

  /** {@code hash_bytes_extended}. */
  static long of(byte[] bytes, long seed) {
    return new JenkinsHash(bytes.length).seed(seed).absorb(bytes).wide();
  }

  /** {@code hash_bytes_uint32}. */
  static int of(int value) {
    return new JenkinsHash(Integer.BYTES).absorb(value).c;
  }

  /** {@code hash_bytes_uint32_extended}. */
  static long of(int value, long seed) {
    return new JenkinsHash(Integer.BYTES).seed(seed).absorb(value).wide();
  }

  private long wide() {
    return (long) b << 32 | Integer.toUnsignedLong(c);
  }

  private JenkinsHash seed(long seed) {
    if (seed != 0) {
      a += (int) (seed >>> 32);
      b += (int) seed;
      mix();
    }
    return this;
  }

  private JenkinsHash absorb(int value) {
    a += value;
    finish();
    return this;
  }

  private JenkinsHash absorb(byte[] bytes) {
    int at = 0;
    for (; bytes.length - at >= BLOCK; at += BLOCK) {
      a += word(bytes, at);
      b += word(bytes, at + 4);
      c += word(bytes, at + 8);
      mix();
    }
    a += word(bytes, at);
    b += word(bytes, at + 4);
    // The lowest byte is the length's.
    c += word(bytes, at + 8) << 8;
    finish();
    return this;
  }

  /** Four bytes, those behind the end being zero. */
  private static int word(byte[] bytes, int from) {
    int word = 0;
    for (int i = 0; i < 4 && from + i < bytes.length; i++) {
      word |= (bytes[from + i] & 0xff) << (8 * i);
    }
    return word;
  }

  private void mix() {
    a = (a - c) ^ Integer.rotateLeft(c, 4);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 6);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 8);
    b += a;
    a = (a - c) ^ Integer.rotateLeft(c, 16);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 19);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 4);
    b += a;
  }

  private void finish() {
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    c = (c ^ b) - Integer.rotateLeft(b, 24);
  }
}
