package io.pgdouble.engine.tree;

import java.util.Optional;

/** REPLICA IDENTITY. */
public record ReplicaIdentityStmt(String identityType, Optional<String> name) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
