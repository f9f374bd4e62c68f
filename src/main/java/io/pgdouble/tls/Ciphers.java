package io.pgdouble.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cipher suites by the names and in the order of OpenSSL, as far as the library here has them. A
 * table.
 */
final class Ciphers {
  /** Those of TLS 1.3, which no setting before 18 chooses among. */
  private static final List<String> OF_TLS_1_3 =
      List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");

  /** What {@code ssl_ciphers} is unless it is set. */
  private static final String DEFAULT_SETTING = "HIGH:MEDIUM:+3DES:!aNULL";

  private static final List<String> DEFAULT =
      List.of(
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-CHACHA20-POLY1305",
          "ECDHE-RSA-CHACHA20-POLY1305",
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-SHA",
          "ECDHE-RSA-AES256-SHA",
          "ECDHE-ECDSA-AES128-SHA",
          "ECDHE-RSA-AES128-SHA",
          "AES256-GCM-SHA384",
          "AES128-GCM-SHA256",
          "AES256-SHA",
          "AES128-SHA");

  private static final Map<String, String> BULK =
      Map.of(
          "AES_256_GCM_SHA384", "AES256-GCM-SHA384",
          "AES_128_GCM_SHA256", "AES128-GCM-SHA256",
          "AES_256_CBC_SHA384", "AES256-SHA384",
          "AES_128_CBC_SHA256", "AES128-SHA256",
          "AES_256_CBC_SHA", "AES256-SHA",
          "AES_128_CBC_SHA", "AES128-SHA",
          "CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305",
          "3DES_EDE_CBC_SHA", "DES-CBC3-SHA");

  private Ciphers() {}

  /** All that are offered unless the setting chooses. */
  static List<String> all() {
    List<String> all = new ArrayList<>(OF_TLS_1_3);
    all.addAll(DEFAULT);
    return all;
  }

  /** Whether the setting chooses among them. */
  static boolean areChosen(String setting) {
    return !setting.equals(DEFAULT_SETTING);
  }

  /** OpenSSL's name of a suite by Java's. */
  static String name(String java) {
    int with = java.indexOf("_WITH_");
    if (with < 0) {
      return java;
    }
    String exchange = java.substring("TLS_".length(), with).replace('_', '-');
    String bulk = java.substring(with + "_WITH_".length());
    String prefix = exchange.equals("RSA") ? "" : exchange + "-";
    return prefix + BULK.getOrDefault(bulk, bulk.replace('_', '-'));
  }

  /** The strength of its key, in bits. {@code SSL_get_cipher_bits}. */
  static int bits(String name) {
    if (name.contains("256_GCM") || name.contains("AES256") || name.contains("CHACHA20")) {
      return 256;
    }
    return name.contains("CBC3") ? 168 : 128;
  }
}
