package io.pgdouble.engine.command;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How passwords are stored: {@code crypt.c}, {@code scram-common.c}. RFC 5803. */
record ShadowPasswords(SessionMemory memory) {
  private static final Pattern MD5 = Pattern.compile("md5[0-9a-f]{32}");
  private static final Pattern SCRAM =
      Pattern.compile("SCRAM-SHA-256\\$(\\d+):([^$:]+)\\$([^$:]+):([^$:]+)");

  /** {@code scram-common.h: SCRAM_DEFAULT_SALT_LEN, SCRAM_SHA_256_DEFAULT_ITERATIONS}. */
  private static final int SALT_LENGTH = 16;

  private static final int DEFAULT_ITERATIONS = 4096;
  private static final int KEY_LENGTH = 32;

  static boolean isMd5(String secret) {
    return MD5.matcher(secret).matches();
  }

  /** What is kept of a password; nothing, with a notice, of an empty one. */
  Optional<String> stored(String role, String password) {
    if (password.isEmpty() || isSecretOfNothing(role, password)) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "empty string is not a valid password, clearing password"));
      return Optional.empty();
    }
    boolean secret = isMd5(password) || isScram(password);
    boolean md5 =
        secret ? isMd5(password) : memory.settings().text("password_encryption").equals("md5");
    String stored = secret ? password : md5 ? md5(role, password) : scram(password);
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
    return isMd5(secret)
        ? secret.equals(md5(role, ""))
        : parsed(secret).filter(m -> isOf("", m)).isPresent();
  }

  /** {@code parse_scram_secret}. */
  private static boolean isScram(String secret) {
    return parsed(secret).isPresent();
  }

  private static Optional<Matcher> parsed(String secret) {
    Matcher matcher = SCRAM.matcher(secret);
    return matcher.matches()
            && isBase64(matcher.group(2))
            && isKey(matcher.group(3))
            && isKey(matcher.group(4))
        ? Optional.of(matcher)
        : Optional.empty();
  }

  private static boolean isBase64(String text) {
    return text.matches("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
  }

  private static boolean isKey(String text) {
    return isBase64(text) && Base64.getDecoder().decode(text).length == KEY_LENGTH;
  }

  private static boolean isOf(String password, Matcher secret) {
    byte[] salt = Base64.getDecoder().decode(secret.group(2));
    byte[] salted = salted(password, salt, Integer.parseInt(secret.group(1)));
    return encoded(hmac(salted, "Server Key")).equals(secret.group(4));
  }

  private static String md5(String role, String password) {
    return "md5" + HexFormat.of().formatHex(digest("MD5", password + role));
  }

  private static byte[] digest(String algorithm, String text) {
    return digest(algorithm, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code pg_be_scram_build_secret}. What SASLprep makes of ASCII is the same. */
  private String scram(String password) {
    if (!password.chars().allMatch(c -> c < 0x80)) {
      throw ErrorReport.notSimulated("SASLprep of passwords beyond ASCII").toException();
    }
    byte[] salt = new byte[SALT_LENGTH];
    memory.execution().fillRandom(salt);
    int iterations =
        MajorChange.ADMIN_OPTION_OF_ROLES.isIn(major())
            ? memory.settings().integer("scram_iterations")
            : DEFAULT_ITERATIONS;
    byte[] salted = salted(password, salt, iterations);
    byte[] storedKey = digest("SHA-256", hmac(salted, "Client Key"));
    return "SCRAM-SHA-256$%d:%s$%s:%s"
        .formatted(
            iterations, encoded(salt), encoded(storedKey), encoded(hmac(salted, "Server Key")));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** {@code scram_SaltedPassword}: PBKDF2 of RFC 2898, one block. */
  private static byte[] salted(String password, byte[] salt, int iterations) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    byte[] first = Arrays.copyOf(salt, salt.length + Integer.BYTES);
    first[first.length - 1] = 1;
    Mac mac = mac(key);
    byte[] round = mac.doFinal(first);
    byte[] result = round.clone();
    for (int i = 1; i < iterations; i++) {
      round = mac.doFinal(round);
      for (int at = 0; at < result.length; at++) {
        result[at] ^= round[at];
      }
    }
    return result;
  }

  private static byte[] hmac(byte[] key, String text) {
    return mac(key).doFinal(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** An empty key is the same as one of zeros (RFC 2104), which Java can do. */
  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
