package io.pgdouble.auth;

import java.util.Optional;

/** What authentication asks of the cluster's roles. Called by any thread. */
public interface RoleDirectory {
  /**
   * Whether there are two such roles, and one is the other or a member; being a superuser does not
   * count. {@code hba.c: is_member}.
   */
  boolean isMember(String user, String role);

  /** Empty where there is no such role. */
  Optional<RolePassword> passwordOf(String role);

  /** A secret of the cluster, of 32 bytes. {@code xlog.c: GetMockAuthenticationNonce}. */
  byte[] mockNonce();
}
