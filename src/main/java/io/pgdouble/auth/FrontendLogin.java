package io.pgdouble.auth;

import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.password.Md5Secret;
import io.pgdouble.password.ScramKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Proves to a server who a frontend is, by whichever way the server asks for. */
public final class FrontendLogin {
  /** How many random bytes SCRAM takes: {@code scram-common.h: SCRAM_RAW_NONCE_LEN}. */
  public static final int NONCE_BYTES = 18;

  private static final int OK = 0;
  private static final int CLEARTEXT = 3;
  private static final int MD5 = 5;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;
  private static final int SASL_FINAL = 12;

  private final String user;
  private final Optional<String> password;
  private final byte[] nonce;
  private ScramClient scram;

  /**
   * @param password empty where none is known
   * @param nonce {@link #NONCE_BYTES} random bytes
   */
  public FrontendLogin(String user, Optional<String> password, byte[] nonce) {
    this.user = user;
    this.password = password;
    this.nonce = nonce;
  }

  /** Whether an Authentication message, of which this is the body, asks for an answer. */
  public static boolean isAsked(byte[] request) {
    int code = ByteBuffer.wrap(request).getInt();
    return code != OK && code != SASL_FINAL;
  }

  /**
   * The answer to an Authentication message; empty where none is due.
   *
   * @param request its body
   * @throws LoginException if a password is asked for and none is known, or the way is not known
   */
  public Optional<byte[]> answer(byte[] request) {
    int code = ByteBuffer.wrap(request).getInt();
    byte[] rest = Arrays.copyOfRange(request, Integer.BYTES, request.length);
    return switch (code) {
      case OK, SASL_FINAL -> Optional.empty();
      case CLEARTEXT -> Optional.of(message(zeroEnded(known())));
      case MD5 -> Optional.of(message(zeroEnded(md5(rest))));
      case SASL -> Optional.of(message(initial(text(rest))));
      case SASL_CONTINUE -> Optional.of(message(bytes(scram.answer(text(rest)))));
      default ->
          throw new LoginException(
              "the server asks for authentication "
                  + code
                  + " (expected: a password in clear, md5 or SCRAM-SHA-256)");
    };
  }

  private String known() {
    return password.orElseThrow(
        () -> new LoginException("the server asks for a password of " + user + " (in the URL)"));
  }

  private byte[] initial(String mechanisms) {
    if (!Arrays.asList(mechanisms.split("\0")).contains(ScramKeys.MECHANISM)) {
      throw new LoginException("the server offers " + mechanisms.replace('\0', ' ').strip());
    }
    scram = new ScramClient(known(), nonce);
    byte[] first = bytes(scram.first());
    byte[] mechanism = zeroEnded(ScramKeys.MECHANISM);
    return ByteBuffer.allocate(mechanism.length + Integer.BYTES + first.length)
        .put(mechanism)
        .putInt(first.length)
        .put(first)
        .array();
  }

  private String md5(byte[] salt) {
    return Md5Secret.answer(Md5Secret.of(user, bytes(known())), salt);
  }

  private static byte[] message(byte[] body) {
    BytesWriter out = new BytesWriter();
    out.frontend(new PasswordMessage(body));
    return out.toByteArray();
  }

  private static byte[] zeroEnded(String text) {
    return bytes(text + "\0");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
