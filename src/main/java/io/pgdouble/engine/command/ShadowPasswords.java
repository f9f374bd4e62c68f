package io.pgdouble.engine.command;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.password.Md5Secret;
import io.pgdouble.password.ScramSecret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How passwords are stored: {@code crypt.c}, {@code scram-common.c}. RFC 5803. */
record ShadowPasswords(SessionMemory memory) {
  /** What is kept of a password; nothing, with a notice, of an empty one. */
  Optional<String> stored(String role, String password) {
    if (password.isEmpty() || isSecretOfNothing(role, password)) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "empty string is not a valid password, clearing password"));
      return Optional.empty();
    }
    boolean secret = Md5Secret.is(password) || ScramSecret.parse(password).isPresent();
    boolean md5 =
        secret
            ? Md5Secret.is(password)
            : memory.settings().text("password_encryption").equals("md5");
    String stored = secret ? password : md5 ? Md5Secret.of(role, bytes(password)) : scram(password);
    if (md5 && MajorChange.MD5_PASSWORDS_ARE_DEPRECATED.isIn(major())) {
      warn();
    }
    return Optional.of(stored);
  }

  private int major() {
    return memory.changes().facts().major();
  }

  private void warn() {
    if (memory.settings().bool("md5_password_warnings")) {
      memory.notice(
          ErrorReport.warning(
                  SqlState.WARNING_DEPRECATED_FEATURE, "setting an MD5-encrypted password")
              .withDetail(
                  "MD5 password support is deprecated and will be removed in a future release of"
                      + " PostgreSQL.")
              .withHint(
                  "Refer to the PostgreSQL documentation for details about migrating to another"
                      + " password type."));
    }
  }

  /** {@code plain_crypt_verify} of the empty password. */
  private static boolean isSecretOfNothing(String role, String secret) {
    return Md5Secret.is(secret)
        ? secret.equals(Md5Secret.of(role, new byte[0]))
        : ScramSecret.parse(secret).filter(parsed -> parsed.isOf(new byte[0])).isPresent();
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code pg_be_scram_build_secret}. */
  private String scram(String password) {
    byte[] salt = new byte[ScramSecret.SALT_LENGTH];
    memory.execution().fillRandom(salt);
    int iterations =
        MajorChange.ADMIN_OPTION_OF_ROLES.isIn(major())
            ? memory.settings().integer("scram_iterations")
            : ScramSecret.DEFAULT_ITERATIONS;
    return ScramSecret.of(bytes(password), salt, iterations).text();
  }
}
