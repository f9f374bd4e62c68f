package io.pgdouble.auth;

import io.pgdouble.password.ScramKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The frontend's side of SCRAM-SHA-256 without channel binding. RFC 5802, RFC 7677; {@code
 * fe-auth-scram.c}.
 */
final class ScramClient {
  private static final String GS2_HEADER = "n,,";
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final String password;
  private final String nonce;

  /**
   * @param nonce random bytes
   */
  ScramClient(String password, byte[] nonce) {
    this.password = password;
    this.nonce = BASE64.encodeToString(nonce);
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
   * @throws LoginException if the server's message makes no sense
   */
  String answer(String serverFirst) {
    Map<Character, String> told = attributes(serverFirst);
    String common = told.getOrDefault('r', "");
    if (!common.startsWith(nonce) || !told.containsKey('s') || !told.containsKey('i')) {
      throw new LoginException("found " + serverFirst + " (expected: a SCRAM message to go on)");
    }
    String withoutProof =
        "c="
            + BASE64.encodeToString(GS2_HEADER.getBytes(StandardCharsets.US_ASCII))
            + ",r="
            + common;
    byte[] salt = Base64.getDecoder().decode(told.get('s'));
    byte[] salted =
        ScramKeys.salted(
            password.getBytes(StandardCharsets.UTF_8), salt, Integer.parseInt(told.get('i')));
    String messages = firstBare() + "," + serverFirst + "," + withoutProof;
    byte[] proof = ScramKeys.proof(salted, messages.getBytes(StandardCharsets.UTF_8));
    return withoutProof + ",p=" + BASE64.encodeToString(proof);
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
}
