package io.pgdouble.engine;

import java.util.Optional;

/**
 * How a connection is encrypted: what {@code pg_stat_ssl} shows of it. Manual: {@code
 * monitoring-pg-stat-ssl-view}.
 *
 * @param bits of the cipher's key
 */
public record TlsActivity(
    String version, String cipher, int bits, Optional<Certificate> certificate) {

  /**
   * What the frontend has shown.
   *
   * @param serial in decimal digits
   */
  public record Certificate(String subject, String serial, String issuer) {}
}
