package io.pgdouble.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code pg_authid} keeps of a password for SCRAM: {@code
 * SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>}. RFC 5803; {@code auth-scram.c:
 * parse_scram_secret}, {@code scram-common.c: scram_build_secret}.
 *
 * @param salt in Base64, as it stands
 */
public record ScramSecret(int iterations, String salt, byte[] storedKey, byte[] serverKey) {
  /** {@code scram-common.h: SCRAM_DEFAULT_SALT_LEN}, in bytes. */
  public static final int SALT_LENGTH = 16;

  /** {@code scram-common.h: SCRAM_SHA_256_DEFAULT_ITERATIONS}. */
  public static final int DEFAULT_ITERATIONS = 4096;

  private static final Pattern FORM =
      Pattern.compile("SCRAM-SHA-256\\$(\\d{1,9}):([^$:]+)\\$([^$:]+):([^$:]+)");

  /**
   * The secret of a password.
   *
   * @param password as it is typed, in UTF-8
   */
  public static ScramSecret of(byte[] password, byte[] salt, int iterations) {
    byte[] salted = ScramKeys.salted(password, salt, iterations);
    return new ScramSecret(
        iterations, encoded(salt), ScramKeys.storedKey(salted), ScramKeys.serverKey(salted));
  }

  /** What a text says, if it is one. */
  public static Optional<ScramSecret> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()
        || ScramBase64.decoded(form.group(2)).isEmpty()
        || key(form.group(3)).isEmpty()
        || key(form.group(4)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ScramSecret(
            Integer.parseInt(form.group(1)),
            form.group(2),
            key(form.group(3)).get(),
            key(form.group(4)).get()));
  }

  private static Optional<byte[]> key(String text) {
    return ScramBase64.decoded(text).filter(bytes -> bytes.length == ScramKeys.KEY_LENGTH);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether it is the secret of that password. {@code scram_verify_plain_password}. */
  public boolean isOf(byte[] password) {
    byte[] salted = ScramKeys.salted(password, Base64.getDecoder().decode(salt), iterations);
    return MessageDigest.isEqual(ScramKeys.serverKey(salted), serverKey);
  }

  /** As it is kept. */
  public String text() {
    return "SCRAM-SHA-256$%d:%s$%s:%s"
        .formatted(iterations, salt, encoded(storedKey), encoded(serverKey));
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "SCRAM-SHA-256$" + iterations + ":…";
  }
}
