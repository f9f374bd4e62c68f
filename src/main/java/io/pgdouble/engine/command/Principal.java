package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.SessionIdentity;
import java.util.List;
import java.util.Optional;

/** Who runs a statement, and the roles that he speaks of: {@code acl.c: get_rolespec_tuple}. */
record Principal(SessionMemory memory) {
  static final String ROLES = "pg_roles";

  Facts facts() {
    return memory.changes().facts();
  }

  private SessionIdentity identity() {
    return memory.settings().identity();
  }

  /** {@code GetUserId}. */
  long oid() {
    return identity().currentUser().oid();
  }

  /** {@code GetSessionUserId}. */
  long sessionUser() {
    return identity().sessionUser().oid();
  }

  Membership membership() {
    return new Membership(facts(), memory.execution().session().database());
  }

  boolean isSuperuser() {
    return membership().isSuperuser(oid());
  }

  boolean has(String attribute) {
    return membership().has(oid(), attribute);
  }

  /** {@code ROLE_PG_CHECKPOINT}, where there is one. */
  boolean mayCheckpoint() {
    return isSuperuser()
        || find("pg_checkpoint")
            .filter(role -> membership().hasPrivilegesOf(oid(), role.oid("oid")))
            .isPresent();
  }

  boolean isSince(MajorChange change) {
    return change.isIn(facts().major());
  }

  /** The role that is meant. */
  FactRow role(RoleSpec spec) {
    return switch (spec.roletype()) {
      case CSTRING -> role(spec.rolename().orElseThrow());
      case CURRENT_ROLE, CURRENT_USER -> row(oid());
      case SESSION_USER -> row(sessionUser());
      case PUBLIC -> throw undefined("public");
    };
  }

  List<Long> oids(List<RoleSpec> specs) {
    return specs.stream().map(spec -> role(spec).oid("oid")).toList();
  }

  FactRow role(String name) {
    return find(name).orElseThrow(() -> undefined(name));
  }

  Optional<FactRow> find(String name) {
    return facts().table(ROLES).rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .findFirst();
  }

  String name(long role) {
    return row(role).text("rolname");
  }

  private FactRow row(long role) {
    return facts()
        .table(ROLES)
        .byOid(role)
        .orElseThrow(
            () -> new ReportedError(SqlState.UNDEFINED_OBJECT, "invalid role OID: " + role));
  }

  private static ReportedError undefined(String name) {
    return new ReportedError(SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist");
  }

  /** {@code check_rolespec_name}. */
  static void checkNotReserved(RoleSpec role) {
    role.rolename()
        .filter(Principal::isReserved)
        .ifPresent(
            name -> {
              throw reserved(name).withDetail("Cannot alter reserved roles.").toException();
            });
  }

  /** {@code IsReservedName}. */
  static boolean isReserved(String name) {
    return name.startsWith("pg_");
  }

  /** A new name may not be one of the system's own. */
  static void checkNewName(String name) {
    if (isReserved(name)) {
      throw reserved(name)
          .withDetail("Role names starting with \"pg_\" are reserved.")
          .toException();
    }
  }

  private static ErrorReport reserved(String name) {
    return ErrorReport.error(SqlState.RESERVED_NAME, "role name \"" + name + "\" is reserved");
  }

  /** Keeps a name for this transaction, if nobody has it. */
  void take(String name) {
    if (find(name).isPresent()) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, "role \"" + name + "\" already exists");
    }
    memory.changes().hold("the role name " + name);
  }
}
