package io.pgdouble.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * The keys of SCRAM-SHA-256 and what is computed with them. RFC 5802 § 3, RFC 7677; {@code
 * scram-common.c}.
 */
public final class ScramKeys {
  /** The mechanism without channel binding. */
  public static final String MECHANISM = "SCRAM-SHA-256";

  /** The same, bound to the TLS below it. */
  public static final String MECHANISM_WITH_BINDING = "SCRAM-SHA-256-PLUS";

  /** Bytes of every key, proof and signature. {@code SCRAM_KEY_LEN}. */
  public static final int KEY_LENGTH = 32;

  private ScramKeys() {}

  /**
   * {@code scram_SaltedPassword}: PBKDF2 of RFC 2898, one block.
   *
   * @param password as it is typed, in UTF-8
   * @param iterations at least 1; each takes about a microsecond
   */
  public static byte[] salted(byte[] password, byte[] salt, int iterations) {
    byte[] first = Arrays.copyOf(salt, salt.length + Integer.BYTES);
    first[first.length - 1] = 1;
    Mac mac = Hashes.mac(SaslPrep.prepared(password));
    byte[] round = mac.doFinal(first);
    byte[] result = round.clone();
    for (int i = 1; i < iterations; i++) {
      round = mac.doFinal(round);
      for (int at = 0; at < result.length; at++) {
        result[at] ^= round[at];
      }
    }
    return result;
  }

  static byte[] storedKey(byte[] salted) {
    return Hashes.sha256(clientKey(salted));
  }

  static byte[] serverKey(byte[] salted) {
    return Hashes.hmac(salted, ascii("Server Key"));
  }

  private static byte[] clientKey(byte[] salted) {
    return Hashes.hmac(salted, ascii("Client Key"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * What a frontend proves that it knows the password with.
   *
   * @param messages what both sides said, joined by commas: {@code AuthMessage}
   */
  public static byte[] proof(byte[] salted, byte[] messages) {
    byte[] key = clientKey(salted);
    return Hashes.xor(key, Hashes.hmac(Hashes.sha256(key), messages));
  }

  /** Whether a proof is that of the password of this stored key. */
  public static boolean isProof(byte[] proof, byte[] storedKey, byte[] messages) {
    byte[] key = Hashes.xor(proof, Hashes.hmac(storedKey, messages));
    return MessageDigest.isEqual(Hashes.sha256(key), storedKey);
  }

  /** What a server proves with that it knows the secret. */
  public static byte[] signature(byte[] serverKey, byte[] messages) {
    return Hashes.hmac(serverKey, messages);
  }
}
