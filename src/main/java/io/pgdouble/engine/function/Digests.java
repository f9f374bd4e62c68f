package io.pgdouble.engine.function;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code md5} and {@code sha…}. Source: {@code cryptohashfuncs.c}. */
final class Digests {
  private Digests() {}

  static String md5(byte[] bytes) {
    return HexFormat.of().formatHex(of("MD5", bytes));
  }

  static byte[] of(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
