package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;

/** What the current user may do with objects ({@code aclchk.c}). */
record ObjectRights(SessionMemory memory) {
  static final Kind SCHEMA = new Kind(Securable.SCHEMA, "schema");
  static final Kind SEQUENCE = new Kind(Securable.SEQUENCE, "sequence");
  static final Kind TABLE = new Kind(Securable.TABLE, "table");
  static final Kind VIEW = new Kind(Securable.TABLE, "view");
  static final Kind INDEX = new Kind(Securable.TABLE, "index");
  static final Kind DATABASE = new Kind(Securable.DATABASE, "database");
  static final Kind LANGUAGE = new Kind(Securable.LANGUAGE, "language");

  /** A kind of objects, and what messages call it. */
  record Kind(Securable securable, String word) {}

  ObjectAccess access() {
    return new ObjectAccess(memory.changes().current(), membership());
  }

  private Membership membership() {
    return new Principal(memory).membership();
  }

  /**
   * {@code object_aclcheck}.
   *
   * @throws ReportedError 42501 where the current user lacks the privilege
   */
  void check(Kind kind, long oid, char privilege) {
    check(new Principal(memory).oid(), kind, oid, privilege);
  }

  /** Whether a role may create something in a schema. */
  void checkOf(long role, Kind kind, long oid) {
    check(role, kind, oid, 'C');
  }

  private void check(long user, Kind kind, long oid, char privilege) {
    checkAny(user, kind, oid, String.valueOf(privilege));
  }

  /** The same for a role that needs one of several privileges. */
  void checkAny(long user, Kind kind, long oid, String privileges) {
    FactRow row = row(kind, oid);
    int mode = AccessMode.of(privileges);
    if (access().mask(kind.securable(), row, user, mode) == AccessMode.NONE) {
      throw denied(kind, row);
    }
  }

  private FactRow row(Kind kind, long oid) {
    return memory.changes().current().table(kind.securable().table()).byOid(oid).orElseThrow();
  }

  static ReportedError denied(Kind kind, FactRow row) {
    return new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE,
        "permission denied for " + kind.word() + " " + row.text(kind.securable().nameColumn()));
  }

  /**
   * {@code object_ownercheck}.
   *
   * @throws ReportedError 42501 where the current user does not own it
   */
  void checkOwner(Kind kind, long oid) {
    FactRow row = row(kind, oid);
    if (!isOwner(ObjectAccess.owner(kind.securable(), row))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "must be owner of " + kind.word() + " " + row.text(kind.securable().nameColumn()));
    }
  }

  /** MAINTAIN, which the owner of a table has, and before 17 nobody else. */
  boolean mayMaintain(RelationEntry table) {
    Facts facts = memory.changes().current();
    FactRow row = facts.table("pg_class").byOid(Integer.toUnsignedLong(table.oid())).orElseThrow();
    return MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(facts.major())
        ? access().permits(Securable.TABLE, row, new Principal(memory).oid(), AccessMode.of("m"))
        : isOwner(row.oid("relowner"));
  }

  /**
   * {@code RangeVarCallbackMaintainsTable}.
   *
   * @param named what messages are about
   */
  void checkMaintain(RelationEntry table, RelationEntry named, ObjectRights.Kind kind) {
    if (mayMaintain(table)) {
      return;
    }
    String denied =
        MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(memory.changes().current().major())
            ? "permission denied for "
            : "must be owner of ";
    throw new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE, denied + kind.word() + " " + named.name());
  }

  /** CREATE in a database. */
  boolean mayCreateIn(FactRow database) {
    return access()
        .permits(Securable.DATABASE, database, new Principal(memory).oid(), AccessMode.of("C"));
  }

  boolean isOwnerOfSchema(String schema) {
    long oid = new Schemas(memory).require(schema);
    return isOwner(
        memory.changes().current().table("pg_namespace").byOid(oid).orElseThrow().oid("nspowner"));
  }

  boolean isOwner(long owner) {
    return membership().hasPrivilegesOf(new Principal(memory).oid(), owner);
  }
}
