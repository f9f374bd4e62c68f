package io.pgdouble.relay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The frontend's side of SCRAM-SHA-256 without channel binding. RFC 5802, RFC 7677; {@code
 * fe-auth-scram.c}.
 */
final class ScramClient {
  static final String MECHANISM = "SCRAM-SHA-256";
  private static final String GS2_HEADER = "n,,";
  private static final int NONCE_BYTES = 18;
  private static final int KEY_BITS = 256;
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final String password;
  private final String nonce;

  ScramClient(String password, SecureRandom random) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    this.password = password;
    this.nonce = BASE64.encodeToString(bytes);
  }

  /** The client-first-message. The server knows the name from the startup packet. */
  String first() {
    return GS2_HEADER + firstBare();
  }

  private String firstBare() {
    return "n=,r=" + nonce;
  }

  /**
   * The client-final-message.
   *
   * @throws RelayException if the server's message makes no sense
   */
  String answer(String serverFirst) {
    Map<Character, String> told = attributes(serverFirst);
    String common = told.getOrDefault('r', "");
    if (!common.startsWith(nonce) || !told.containsKey('s') || !told.containsKey('i')) {
      throw new RelayException("found " + serverFirst + " (expected: a SCRAM message to go on)");
    }
    String withoutProof =
        "c="
            + BASE64.encodeToString(GS2_HEADER.getBytes(StandardCharsets.US_ASCII))
            + ",r="
            + common;
    try {
      byte[] salt = Base64.getDecoder().decode(told.get('s'));
      PBEKeySpec spec =
          new PBEKeySpec(password.toCharArray(), salt, Integer.parseInt(told.get('i')), KEY_BITS);
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      byte[] clientKey = hmac(salted, "Client Key");
      byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
      byte[] signature = hmac(storedKey, firstBare() + "," + serverFirst + "," + withoutProof);
      return withoutProof + ",p=" + BASE64.encodeToString(xor(clientKey, signature));
    } catch (GeneralSecurityException e) {
      throw new RelayException("could not compute a proof: " + e.getMessage(), e);
    }
  }

  private static Map<Character, String> attributes(String message) {
    Map<Character, String> attributes = new HashMap<>();
    for (String part : message.split(",")) {
      if (part.length() > 2 && part.charAt(1) == '=') {
        attributes.put(part.charAt(0), part.substring(2));
      }
    }
    return attributes;
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] both = one.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] ^= other[i];
    }
    return both;
  }
}
