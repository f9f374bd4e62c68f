package io.pgdouble.engine.function;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code has_…_privilege} and {@code pg_has_role}: whether a role, or the current user where none
 * is named, may do something with an object. Either may be named or given by its OID. Source:
 * {@code acl.c}.
 */
final class Privileges {
  /** {@code acl.h: ACL_ID_PUBLIC}. */
  private static final long PUBLIC = 0;

  private static final Map<String, Character> DATABASE =
      Map.of("CREATE", 'C', "TEMPORARY", 'T', "TEMP", 'T', "CONNECT", 'c');
  private static final Map<String, Character> SCHEMA = Map.of("CREATE", 'C', "USAGE", 'U');
  private static final Map<String, Character> TABLE = tablePrivileges();

  private Privileges() {}

  private static Map<String, Character> tablePrivileges() {
    Map<String, Character> known = new LinkedHashMap<>();
    known.put("SELECT", 'r');
    known.put("INSERT", 'a');
    known.put("UPDATE", 'w');
    known.put("DELETE", 'd');
    known.put("TRUNCATE", 'D');
    known.put("REFERENCES", 'x');
    known.put("TRIGGER", 't');
    return known;
  }

  private static Map<String, Character> tablePrivileges(CallContext context) {
    Map<String, Character> known = new LinkedHashMap<>(TABLE);
    if (MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(context.types().major())) {
      known.put("MAINTAIN", 'm');
    }
    return known;
  }

  /** {@code pg_has_role}: {@code pg_role_aclcheck}. */
  static Object role(CallContext context, Object[] a) {
    boolean byName = a.length > 2 && a[0] instanceof String;
    long user = byName ? oid(context, (String) a[0]) : user(context, a);
    Object named = a[a.length - 2];
    long role = named instanceof String name ? oid(context, name) : (Long) named;
    Membership membership = membership(context);
    return PrivilegeWords.ofRole((String) a[a.length - 1], hasSet(context)).stream()
        .anyMatch(
            word ->
                switch (word) {
                  case ADMIN -> membership.isAdmin(user, role);
                  case MEMBER -> membership.isMember(user, role);
                  case USAGE -> membership.hasPrivilegesOf(user, role);
                  case SET -> membership.maySet(user, role);
                });
  }

  private static PrivilegeWords.Known hasSet(CallContext context) {
    return MajorChange.ROLES_ARE_GRANTED_WITH_SET.isIn(context.types().major())
        ? PrivilegeWords.Known.SET_TOO
        : PrivilegeWords.Known.WITHOUT_SET;
  }

  private static Membership membership(CallContext context) {
    return new Membership(context.execution().facts(), context.execution().session().database());
  }

  /** {@code get_role_oid_or_public}, or the current user where nobody is named. */
  private static long user(CallContext context, Object[] a) {
    if (a.length < 3) {
      return oid(context, context.execution().session().currentUser());
    }
    if (a[0] instanceof Long oid) {
      return oid;
    }
    boolean everybody = a[0].equals("public");
    return everybody ? PUBLIC : oid(context, (String) a[0]);
  }

  private static long oid(CallContext context, String role) {
    return context.execution().facts().table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(role))
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT, "role \"" + role + "\" does not exist"))
        .oid("oid");
  }

  /** Who asks, before it is looked at what for. */
  private static AccessCheck check(CallContext context, Object[] a) {
    return new AccessCheck(context, membership(context), user(context, a));
  }

  private static List<PrivilegeWords.Wanted> wanted(Object[] a, Map<String, Character> known) {
    return PrivilegeWords.of((String) a[a.length - 1], known);
  }

  static Object database(CallContext context, Object[] a) {
    AccessCheck check = check(context, a);
    Facts facts = context.execution().facts();
    Object named = a[a.length - 2];
    Optional<FactRow> row =
        named instanceof Long oid
            ? facts.table("pg_database").rows().stream()
                .filter(one -> one.oid("oid") == oid)
                .findFirst()
            : Optional.of(databaseNamed(facts, (String) named));
    List<PrivilegeWords.Wanted> wanted = wanted(a, DATABASE);
    return row.map(found -> check.permits(check.list(found, "datacl", "d", "datdba"), wanted))
        .orElseGet(check::withoutObject);
  }

  private static FactRow databaseNamed(Facts facts, String name) {
    return facts.table("pg_database").rows().stream()
        .filter(row -> row.text("datname").equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_DATABASE, "database \"" + name + "\" does not exist"));
  }

  static Object schema(CallContext context, Object[] a) {
    AccessCheck check = check(context, a);
    Object named = a[a.length - 2];
    long oid =
        named instanceof String name
            ? (Long)
                ObjectLookup.require(
                    context,
                    TypeOid.REGNAMESPACE,
                    Quoting.identifier(name, context.execution().facts()))
            : (Long) named;
    List<PrivilegeWords.Wanted> wanted = wanted(a, SCHEMA);
    return context
        .execution()
        .facts()
        .table("pg_namespace")
        .byOid(oid)
        .map(
            row ->
                check.permits(check.list(row, "nspacl", "n", "nspowner"), wanted)
                    || check.isOfAllData(wanted, "pg_read_all_data", "U")
                    || check.isOfAllData(wanted, "pg_write_all_data", "U"))
        .orElseGet(check::withoutObject);
  }

  static Object table(CallContext context, Object[] a) {
    AccessCheck check = check(context, a);
    long oid = tableOid(context, a[a.length - 2]);
    List<PrivilegeWords.Wanted> wanted = wanted(a, tablePrivileges(context));
    return context
        .execution()
        .facts()
        .table("pg_class")
        .byOid(oid)
        .map(
            row ->
                check.permits(check.list(row, "relacl", "r", "relowner"), wanted)
                    || check.isOfAllData(wanted, "pg_read_all_data", "r")
                    || check.isOfAllData(wanted, "pg_maintain", "m")
                    || isNoCatalog(row) && check.isOfAllData(wanted, "pg_write_all_data", "awd"))
        .orElse(null);
  }

  /** {@code catalog.c: IsSystemClass}; views are excepted there as well. */
  private static boolean isNoCatalog(FactRow row) {
    return row.letter("relkind") == 'v' || !row.text("relnamespace").equals("pg_catalog");
  }

  private static long tableOid(CallContext context, Object named) {
    if (named instanceof Long oid) {
      return oid;
    }
    String name = (String) named;
    if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
      // Here a number is no OID, as it would be for regclass.
      throw new ReportedError(SqlState.UNDEFINED_TABLE, "relation \"" + name + "\" does not exist");
    }
    return (Long) ObjectLookup.require(context, TypeOid.REGCLASS, name);
  }
}
