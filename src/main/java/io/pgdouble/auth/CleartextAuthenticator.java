package io.pgdouble.auth;

import io.pgdouble.message.AuthenticationCleartextPassword;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.password.Md5Secret;
import io.pgdouble.password.ScramSecret;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the password as it is. Manual: {@code auth-password}; {@code auth.c: CheckPasswordAuth},
 * {@code crypt.c: plain_crypt_verify}.
 */
final class CleartextAuthenticator implements Authenticator {
  private final PasswordAttempt attempt;

  CleartextAuthenticator(PasswordAttempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public AuthenticationStep begin() {
    return new AuthenticationStep.Ask(AuthenticationCleartextPassword.INSTANCE);
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    byte[] password = SentPassword.of(answer);
    PasswordAttempt.Kept kept = attempt.kept();
    if (kept.secret().isEmpty()) {
      return attempt.failed(kept.obstacle());
    }
    return isOf(password, kept.secret().get())
        ? attempt.accepted(List.of())
        : attempt.failed(attempt.mismatch());
  }

  private boolean isOf(byte[] password, String secret) {
    Optional<ScramSecret> scram = ScramSecret.parse(secret);
    return scram.isPresent()
        ? scram.get().isOf(password)
        : secret.equals(Md5Secret.of(attempt.user(), password));
  }
}
