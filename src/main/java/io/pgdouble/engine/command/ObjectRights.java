package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;

/** What the current user may do with objects ({@code aclchk.c}). */
record ObjectRights(SessionMemory memory) {
  static final Kind SCHEMA =
      new Kind("pg_namespace", "nspname", "nspowner", "nspacl", 'n', "schema");

  static final Kind SEQUENCE = relation('s', "sequence");
  static final Kind TABLE = relation('r', "table");
  static final Kind VIEW = relation('r', "view");
  static final Kind INDEX = relation('r', "index");

  static Kind relation(char letter, String word) {
    return new Kind("pg_class", "relname", "relowner", "relacl", letter, word);
  }

  /**
   * A kind of objects.
   *
   * @param letter as {@code acldefault} knows it
   */
  record Kind(String table, String name, String owner, String acl, char letter, String word) {}

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
    FactRow row = memory.changes().current().table(kind.table()).byOid(oid).orElseThrow();
    AccessList list =
        AccessList.of(
            row.isNull(kind.acl())
                ? AccessList.defaults(kind.letter(), row.oid(kind.owner()))
                : row.list(kind.acl()),
            memory.changes().current());
    Membership membership = membership();
    if (privileges.chars().noneMatch(one -> list.permits(membership, user, (char) one))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied for " + kind.word() + " " + row.text(kind.name()));
    }
  }

  /**
   * {@code object_ownercheck}.
   *
   * @throws ReportedError 42501 where the current user does not own it
   */
  void checkOwner(Kind kind, long oid) {
    FactRow row = memory.changes().current().table(kind.table()).byOid(oid).orElseThrow();
    if (!isOwner(row.oid(kind.owner()))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "must be owner of " + kind.word() + " " + row.text(kind.name()));
    }
  }

  /** CREATE in a database. */
  boolean mayCreateIn(FactRow database) {
    AccessList list =
        AccessList.of(
            database.isNull("datacl")
                ? AccessList.defaults('d', database.oid("datdba"))
                : database.list("datacl"),
            memory.changes().current());
    return list.permits(membership(), new Principal(memory).oid(), 'C');
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
