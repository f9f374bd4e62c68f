package io.pgdouble.auth;

/** What authentication asks of the server. */
public interface AuthenticationHost {
  /** The major version that is doubled. */
  int major();

  /** Who is who in the cluster. */
  RoleDirectory roles();

  /** Whether passwords are kept as MD5 hashes: {@code password_encryption}. */
  boolean encryptsByMd5();

  /** {@code scram_iterations}, from 1. */
  int scramIterations();

  /** The wall clock: microseconds since 2000-01-01 00:00 UTC. */
  long now();

  /** {@code pg_ident.conf}. */
  IdentMaps maps();

  /** Whether certificates of frontends are verified: {@code secure_loaded_verify_locations}. */
  boolean verifiesCertificates();

  /** Who is at the other end of a Unix socket. */
  Peer peer();

  /** As many random bytes. */
  byte[] random(int length);
}
