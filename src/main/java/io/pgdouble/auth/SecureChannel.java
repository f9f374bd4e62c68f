package io.pgdouble.auth;

import java.util.Optional;

/**
 * TLS under a connection, as far as it proves something.
 *
 * @param serverEndPoint the hash of the server's certificate to which SCRAM may be bound
 * @param certificate what the frontend has shown, verified; empty where it has shown nothing
 */
public record SecureChannel(byte[] serverEndPoint, Optional<ShownCertificate> certificate) {

  /**
   * The names on a certificate.
   *
   * @param distinguishedName as in RFC 2253
   */
  public record ShownCertificate(String distinguishedName, Optional<String> commonName) {}
}
