package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessListChange;
import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.tree.AccessPriv;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.GrantTargetType;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** A role loses what it may do with objects ({@code aclchk.c: RemoveRoleFromObjectACL}). */
record RoleRemoval(SessionMemory memory, long role) {

  void from(ObjectAddress object) {
    if (object.catalog() == ObjectAddress.DEFAULT_ACL) {
      fromDefaults(object.oid());
      return;
    }
    ObjectType type = type(object.catalog());
    GrantStmt node =
        new GrantStmt(
            false,
            GrantTargetType.OBJECT,
            type,
            List.of(),
            List.of(new AccessPriv(Optional.empty(), List.of())),
            List.of(),
            false,
            Optional.empty(),
            DropBehavior.CASCADE);
    GrantRequest request = new GrantRequest(node, AccessMode.NONE, List.of(), List.of(role));
    new GrantCommand(memory, node).apply(List.of(object.oid()), request);
  }

  private static ObjectType type(long catalog) {
    if (catalog == ObjectAddress.RELATION) {
      return ObjectType.TABLE;
    }
    if (catalog == ObjectAddress.NAMESPACE) {
      return ObjectType.SCHEMA;
    }
    if (catalog == ObjectAddress.PROC) {
      return ObjectType.ROUTINE;
    }
    if (catalog == ObjectAddress.TYPE) {
      return ObjectType.TYPE;
    }
    if (catalog == ObjectAddress.LANGUAGE) {
      return ObjectType.LANGUAGE;
    }
    return catalog == ObjectAddress.TABLESPACE ? ObjectType.TABLESPACE : ObjectType.DATABASE;
  }

  private void fromDefaults(long oid) {
    FactRow row = memory.changes().current().table("pg_default_acl").byOid(oid).orElseThrow();
    DefaultAccess.Place place = DefaultAccess.place(row);
    int all = AccessMode.all(place.kind().letter(), memory.changes().facts().major());
    AccessListChange.Item item = new AccessListChange.Item(role, place.role(), all, all);
    new DefaultAccess(memory)
        .change(place, AccessListChange.Dependents.CASCADE, list -> list.revoke(item));
  }
}
