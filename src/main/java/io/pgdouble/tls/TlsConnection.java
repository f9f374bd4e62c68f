package io.pgdouble.tls;

import java.util.Optional;

/**
 * What is known of a connection that is encrypted. {@code backend_status.h: PgBackendSSLStatus}.
 *
 * @param version as OpenSSL names it: {@code TLSv1.3}
 * @param cipher as OpenSSL names it
 * @param bits the strength of the cipher's key
 * @param serverEndPoint the hash of the server's certificate to which SCRAM may be bound: RFC 5929
 * @param client what the frontend has shown, verified; empty where it has shown nothing
 */
public record TlsConnection(
    String version,
    String cipher,
    int bits,
    byte[] serverEndPoint,
    Optional<ClientCertificate> client) {}
