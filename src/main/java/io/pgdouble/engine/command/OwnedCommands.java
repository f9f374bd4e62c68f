package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.DropOwnedStmt;
import io.pgdouble.engine.tree.ReassignOwnedStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** DROP OWNED and REASSIGN OWNED ({@code user.c}, {@code pg_shdepend.c}). */
record OwnedCommands(SessionMemory memory) {
  /** {@code transam.h: FirstUnpinnedObjectId}. */
  private static final long FIRST_UNPINNED = 12_000;

  Completion drop(DropOwnedStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    List<Long> roles = new Principal(memory).oids(node.roles());
    roles.forEach(role -> check(role, "drop objects", "owned by it"));
    List<ObjectAddress> objects = new ArrayList<>();
    for (long role : roles) {
      checkNotPinned(role, "drop objects owned by role ");
      new RoleDependents(memory, role)
          .withPrivileges()
          .forEach(new RoleRemoval(memory, role)::from);
      objects.addAll(new OwnedObjects(memory.changes().current()).of(role));
      dropDefaults(role);
    }
    objects.sort(Comparator.comparingLong(ObjectAddress::oid).reversed());
    new Deletion(memory).drop(objects, node.behavior());
    return in.done();
  }

  private void dropDefaults(long role) {
    for (FactRow row :
        memory.changes().current().table("pg_default_acl").where("defaclrole", "" + role)) {
      new ObjectRemoval(memory)
          .remove(new ObjectAddress(ObjectAddress.DEFAULT_ACL, row.oid("oid"), 0));
    }
  }

  Completion reassign(ReassignOwnedStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    List<Long> roles = user.oids(node.roles());
    roles.forEach(role -> check(role, "reassign objects", "owned by it"));
    long owner = user.role(node.newrole()).oid("oid");
    check(owner, "reassign objects", "to it");
    for (long role : roles) {
      checkNotPinned(role, "reassign ownership of objects owned by role ");
      reassign(role, owner);
    }
    return in.done();
  }

  private void reassign(long role, long owner) {
    OwnerChange change = new OwnerChange(memory, owner);
    for (ObjectAddress object : new OwnedObjects(memory.changes().current()).of(role)) {
      if (object.catalog() == ObjectAddress.RELATION) {
        change.changeRelation(object.oid());
      } else if (object.catalog() == ObjectAddress.TYPE) {
        changeType(change, object);
      } else if (object.catalog() == ObjectAddress.NAMESPACE) {
        change.change(Securable.SCHEMA, object.oid());
      } else {
        change.change(Securable.ROUTINE, object.oid());
      }
    }
    for (FactRow row : memory.changes().current().table("pg_database").where("datdba", "" + role)) {
      change.change(Securable.DATABASE, row.oid("oid"));
    }
  }

  private void changeType(OwnerChange change, ObjectAddress type) {
    FactRow row = memory.changes().current().table("pg_type").byOid(type.oid()).orElseThrow();
    if (row.letter("typtype") == 'c') {
      change.changeRelation(row.oid("typrelid"));
    } else {
      change.changeType(type.oid());
    }
  }

  private void check(long role, String what, String whose) {
    Principal user = new Principal(memory);
    if (user.membership().hasPrivilegesOf(user.oid(), role)) {
      return;
    }
    ErrorReport report =
        ErrorReport.error(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to " + what);
    String detail =
        "Only roles with privileges of role \"%s\" may %s %s."
            .formatted(user.name(role), what, whose);
    boolean told = user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES);
    throw (told ? report.withDetail(detail) : report).toException();
  }

  private void checkNotPinned(long role, String what) {
    if (role < FIRST_UNPINNED) {
      throw new ReportedError(
          SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
          "cannot "
              + what
              + new Principal(memory).name(role)
              + " because they are required by the database system");
    }
  }
}
