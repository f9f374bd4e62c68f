package io.pgdouble.auth;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.password.ScramBase64;
import io.pgdouble.password.ScramKeys;
import io.pgdouble.password.ScramSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The server's side of one SCRAM-SHA-256 exchange. Messages are bytes, each of them a character.
 * RFC 5802, RFC 7677; {@code auth-scram.c: scram_exchange}.
 */
final class ScramExchange {
  /** Of the server's part of the nonce. {@code scram-common.h: SCRAM_RAW_NONCE_LEN}. */
  static final int NONCE_BYTES = 18;

  private final ScramSecret secret;
  private final String serverNonce;
  private final ChannelBinding binding;
  private char bindingFlag;
  private String clientNonce;
  private String firstBare;
  private String serverFirst;

  ScramExchange(ScramSecret secret, byte[] nonce, ChannelBinding binding) {
    this.binding = binding;
    this.secret = secret;
    this.serverNonce = Base64.getEncoder().encodeToString(nonce);
  }

  /** Whether the client-first-message is there. */
  boolean isBegun() {
    return serverFirst != null;
  }

  /**
   * Reads the client-first-message.
   *
   * @return the server-first-message
   * @throws ReportedError if it is none, or asks for what there is not
   */
  String first(byte[] message) {
    ScramReader in = new ScramReader(message);
    bindingFlag = binding.readFlag(in);
    if (in.peek() == 'a') {
      throw notSupported("client uses authorization identity, but it is not supported");
    }
    if (in.peek() != ',') {
      throw ScramReader.malformed(
          "Unexpected attribute \"" + ScramReader.shown(in.peek()) + "\" in client-first-message.");
    }
    in.skip();
    firstBare = in.rest();
    if (in.peek() == 'm') {
      throw notSupported("client requires an unsupported SCRAM extension");
    }
    in.value('n');
    clientNonce = in.value('r');
    if (!clientNonce.chars().allMatch(c -> ScramReader.isPrintable((char) c))) {
      throw new ReportedError(
          SqlState.PROTOCOL_VIOLATION, "non-printable characters in SCRAM nonce");
    }
    while (in.peek() != ScramReader.END) {
      in.valueOf(in.attribute());
    }
    serverFirst =
        "r=" + clientNonce + serverNonce + ",s=" + secret.salt() + ",i=" + secret.iterations();
    return serverFirst;
  }

  private static ReportedError notSupported(String text) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, text);
  }

  /**
   * Reads the client-final-message.
   *
   * @return the server-final-message; empty if the proof is not that of the secret
   * @throws ReportedError if it is none
   */
  Optional<String> last(byte[] message) {
    ScramReader in = new ScramReader(message);
    binding.check(in.value('c'), bindingFlag);
    String nonce = in.value('r');
    int beforeProof = in.position() - 1;
    char attribute = in.attribute();
    String value = in.valueOf(attribute);
    while (attribute != 'p') {
      beforeProof = in.position() - 1;
      attribute = in.attribute();
      value = in.valueOf(attribute);
    }
    byte[] proof = proof(value);
    if (in.peek() != ScramReader.END) {
      throw ScramReader.malformed("Garbage found at the end of client-final-message.");
    }
    if (!nonce.equals(clientNonce + serverNonce)) {
      throw ScramReader.violation("invalid SCRAM response", "Nonce does not match.");
    }
    String said = firstBare + "," + serverFirst + "," + in.before(beforeProof);
    byte[] messages = said.getBytes(StandardCharsets.ISO_8859_1);
    return ScramKeys.isProof(proof, secret.storedKey(), messages)
        ? Optional.of("v=" + base64(ScramKeys.signature(secret.serverKey(), messages)))
        : Optional.empty();
  }

  private static byte[] proof(String value) {
    return ScramBase64.decoded(value)
        .filter(proof -> proof.length == ScramKeys.KEY_LENGTH)
        .orElseThrow(() -> ScramReader.malformed("Malformed proof in client-final-message."));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
