package io.pgdouble.auth;

import io.pgdouble.message.AuthenticationMD5Password;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.password.Md5Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Asks for a hash of the password that is good once. Manual: {@code auth-password}; {@code auth.c:
 * CheckMD5Auth}, {@code crypt.c: md5_crypt_verify}.
 */
final class Md5Authenticator implements Authenticator {
  private static final int SALT_BYTES = 4;

  private final PasswordAttempt attempt;
  private final PasswordAttempt.Kept kept;
  private final byte[] salt;

  Md5Authenticator(PasswordAttempt attempt, PasswordAttempt.Kept kept) {
    this.attempt = attempt;
    this.kept = kept;
    this.salt = attempt.host().random(SALT_BYTES);
  }

  @Override
  public AuthenticationStep begin() {
    return new AuthenticationStep.Ask(new AuthenticationMD5Password(salt));
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    byte[] sent = SentPassword.of(answer);
    if (kept.secret().isEmpty()) {
      return attempt.failed(kept.obstacle());
    }
    String expected = Md5Secret.answer(kept.secret().get(), salt);
    return MessageDigest.isEqual(sent, expected.getBytes(StandardCharsets.US_ASCII))
        ? attempt.accepted(List.of())
        : attempt.failed(attempt.mismatch());
  }
}
