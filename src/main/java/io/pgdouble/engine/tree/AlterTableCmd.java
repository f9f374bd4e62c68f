package io.pgdouble.engine.tree;

import java.util.Optional;

/** One action of ALTER TABLE and its kin. */
public record AlterTableCmd(
    AlterTableType subtype,
    Optional<String> name,
    int num,
    Optional<RoleSpec> newowner,
    Optional<Node> def,
    DropBehavior behavior,
    boolean missingOk)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
