package io.pgdouble.auth;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.AuthenticationSASL;
import io.pgdouble.message.AuthenticationSASLContinue;
import io.pgdouble.message.AuthenticationSASLFinal;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.SASLInitialResponse;
import io.pgdouble.password.ScramKeys;
import io.pgdouble.password.ScramSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Has the frontend prove by SCRAM-SHA-256 that it knows the password. Manual: {@code
 * sasl-authentication}; {@code auth-sasl.c: CheckSASLAuth}, {@code auth-scram.c: scram_init}.
 */
final class SaslAuthenticator implements Authenticator {
  private final PasswordAttempt attempt;
  private final PasswordAttempt.Kept kept;
  private ScramExchange exchange;

  SaslAuthenticator(PasswordAttempt attempt, PasswordAttempt.Kept kept) {
    this.attempt = attempt;
    this.kept = kept;
  }

  @Override
  public AuthenticationStep begin() {
    return new AuthenticationStep.Ask(new AuthenticationSASL(mechanisms()));
  }

  /** {@code auth-scram.c: scram_get_mechanisms}. */
  private List<String> mechanisms() {
    return channel().isPresent()
        ? List.of(ScramKeys.MECHANISM_WITH_BINDING, ScramKeys.MECHANISM)
        : List.of(ScramKeys.MECHANISM);
  }

  private Optional<SecureChannel> channel() {
    return attempt.connection().tls();
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    if (exchange != null) {
      return exchange(answer.body());
    }
    String mechanism = SASLInitialResponse.mechanismOf(answer);
    if (!mechanisms().contains(mechanism)) {
      throw new ReportedError(
          SqlState.PROTOCOL_VIOLATION, "client selected an invalid SASL authentication mechanism");
    }
    SASLInitialResponse initial = SASLInitialResponse.of(answer);
    exchange =
        new ScramExchange(
            secret(), attempt.host().random(ScramExchange.NONCE_BYTES), binding(mechanism));
    return initial.response() == null ? goOn("") : exchange(initial.response());
  }

  private ChannelBinding binding(String mechanism) {
    return mechanism.equals(ScramKeys.MECHANISM_WITH_BINDING)
        ? new ChannelBinding.InUse(channel().orElseThrow().serverEndPoint())
        : channel()
            .<ChannelBinding>map(tls -> new ChannelBinding.Offered())
            .orElseGet(ChannelBinding.Absent::new);
  }

  private AuthenticationStep exchange(byte[] message) {
    if (!exchange.isBegun()) {
      return goOn(exchange.first(message));
    }
    Optional<String> last = exchange.last(message);
    if (last.isEmpty() || isDoomed()) {
      return attempt.failed(why());
    }
    byte[] signature = last.get().getBytes(StandardCharsets.US_ASCII);
    return attempt.accepted(List.of(new AuthenticationSASLFinal(signature)));
  }

  private static AuthenticationStep goOn(String message) {
    return new AuthenticationStep.Ask(
        new AuthenticationSASLContinue(message.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** An answer of no length or too great a one fails as a wrong password does. */
  @Override
  public Optional<AuthenticationStep.Refused> broken() {
    return Optional.of(attempt.failed(kept.obstacle()));
  }

  private Optional<ScramSecret> known() {
    return kept.secret().flatMap(ScramSecret::parse);
  }

  private boolean isDoomed() {
    return known().isEmpty();
  }

  /** What the log is told; of a wrong password, nothing but the record that asked for it. */
  private Optional<String> why() {
    boolean unfit = kept.secret().isPresent() && isDoomed();
    return unfit
        ? Optional.of("User \"" + attempt.user() + "\" does not have a valid SCRAM secret.")
        : kept.obstacle();
  }

  private ScramSecret secret() {
    return known().orElseGet(this::mockSecret);
  }

  /**
   * Who is no role, or has no such password, is asked all the same, with the same salt each time.
   * {@code auth-scram.c: mock_scram_secret, scram_mock_salt}.
   */
  private ScramSecret mockSecret() {
    MessageDigest digest = sha256();
    digest.update(attempt.user().getBytes(StandardCharsets.UTF_8));
    byte[] hash = digest.digest(attempt.host().roles().mockNonce());
    byte[] salt = Arrays.copyOf(hash, ScramSecret.SALT_LENGTH);
    return new ScramSecret(
        attempt.host().scramIterations(),
        Base64.getEncoder().encodeToString(salt),
        new byte[ScramKeys.KEY_LENGTH],
        new byte[ScramKeys.KEY_LENGTH]);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
