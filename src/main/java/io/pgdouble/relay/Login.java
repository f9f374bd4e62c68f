package io.pgdouble.relay;

import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.password.Md5Secret;
import io.pgdouble.password.ScramKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Proves to a server who a frontend is, by whichever way the server asks for. */
final class Login {
  private static final int CLEARTEXT = 3;
  private static final int MD5 = 5;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;

  private final String user;
  private final Optional<String> password;
  private final SecureRandom random;
  private ScramClient scram;

  /**
   * @param password empty where none is known
   */
  Login(String user, Optional<String> password, SecureRandom random) {
    this.user = user;
    this.password = password;
    this.random = random;
  }

  /**
   * The answer to an Authentication message; empty where none is due.
   *
   * @param request its body
   * @throws RelayException if a password is asked for and none is known, or the way is not known
   */
  Optional<byte[]> answer(byte[] request) {
    int code = ByteBuffer.wrap(request).getInt();
    byte[] rest = Arrays.copyOfRange(request, Integer.BYTES, request.length);
    return switch (code) {
      case 0, 12 -> Optional.empty();
      case CLEARTEXT -> Optional.of(message(zeroEnded(known())));
      case MD5 -> Optional.of(message(zeroEnded(md5(rest))));
      case SASL -> Optional.of(message(initial(text(rest))));
      case SASL_CONTINUE -> Optional.of(message(bytes(scram.answer(text(rest)))));
      default ->
          throw new RelayException(
              "the server asks for authentication "
                  + code
                  + " (expected: a password in clear, md5 or SCRAM-SHA-256)");
    };
  }

  private String known() {
    return password.orElseThrow(
        () -> new RelayException("the server asks for a password of " + user + " (in the URL)"));
  }

  private byte[] initial(String mechanisms) {
    if (!Arrays.asList(mechanisms.split("\0")).contains(ScramKeys.MECHANISM)) {
      throw new RelayException("the server offers " + mechanisms.replace('\0', ' ').strip());
    }
    scram = new ScramClient(known(), random);
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
