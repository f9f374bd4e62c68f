package io.pgdouble.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What {@code pg_authid} keeps of a password for MD5. {@code md5_common.c: pg_md5_encrypt}. */
public final class Md5Secret {
  private static final String PREFIX = "md5";
  private static final Pattern FORM = Pattern.compile("md5[0-9a-f]{32}");

  private Md5Secret() {}

  /** Whether a text is one. */
  public static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  /** The secret of a role's password, as it is typed. */
  public static String of(String role, byte[] password) {
    return hashed(password, role.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a frontend answers that knows the secret.
   *
   * @param salt the server's, of four bytes
   */
  public static String answer(String secret, byte[] salt) {
    return hashed(secret.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8), salt);
  }

  private static String hashed(byte[] text, byte[] then) {
    MessageDigest md5 = Hashes.digest("MD5");
    md5.update(text);
    return PREFIX + HexFormat.of().formatHex(md5.digest(then));
  }
}
