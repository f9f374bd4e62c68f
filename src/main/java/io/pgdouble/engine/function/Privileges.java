package io.pgdouble.engine.function;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
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
  private static final Map<String, Character> USAGE = Map.of("USAGE", 'U');
  private static final Map<String, Character> EXECUTE = Map.of("EXECUTE", 'X');
  private static final Map<String, Character> CREATE = Map.of("CREATE", 'C');
  private static final Map<String, Character> SEQUENCE =
      Map.of("USAGE", 'U', "SELECT", 'r', "UPDATE", 'w');
  private static final Map<String, Character> COLUMN =
      Map.of("SELECT", 'r', "INSERT", 'a', "UPDATE", 'w', "REFERENCES", 'x');
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
    return check(context, user(context, a));
  }

  private static AccessCheck check(CallContext context, long user) {
    Facts facts = context.execution().facts();
    return new AccessCheck(new ObjectAccess(facts, membership(context)), user);
  }

  private static List<PrivilegeWords.Wanted> wanted(Object[] a, Map<String, Character> known) {
    return PrivilegeWords.of((String) a[a.length - 1], known);
  }

  /** Of an object that its OID names, if there is one. */
  private static Object permits(
      AccessCheck check, Securable kind, long oid, List<PrivilegeWords.Wanted> wanted) {
    return check
        .access()
        .facts()
        .table(kind.table())
        .byOid(oid)
        .map(row -> check.permits(kind, row, wanted))
        .orElseGet(check::withoutObject);
  }

  static Object database(CallContext context, Object[] a) {
    return named(context, a, new Named(Securable.DATABASE, "database", DATABASE));
  }

  static Object language(CallContext context, Object[] a) {
    return named(context, a, new Named(Securable.LANGUAGE, "language", USAGE));
  }

  static Object tablespace(CallContext context, Object[] a) {
    return named(context, a, new Named(Securable.TABLESPACE, "tablespace", CREATE));
  }

  /** Kinds whose names have no schema. */
  private record Named(Securable kind, String word, Map<String, Character> privileges) {}

  private static Object named(CallContext context, Object[] a, Named what) {
    AccessCheck check = check(context, a);
    Object named = a[a.length - 2];
    long oid =
        named instanceof Long known
            ? known
            : check
                .access()
                .facts()
                .table(what.kind().table())
                .where(what.kind().nameColumn(), (String) named)
                .stream()
                .findFirst()
                .orElseThrow(() -> missing(what, (String) named))
                .oid("oid");
    return permits(check, what.kind(), oid, wanted(a, what.privileges()));
  }

  private static ReportedError missing(Named what, String name) {
    SqlState state =
        what.kind() == Securable.DATABASE ? SqlState.UNDEFINED_DATABASE : SqlState.UNDEFINED_OBJECT;
    return new ReportedError(state, what.word() + " \"" + name + "\" does not exist");
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
    return permits(check, Securable.SCHEMA, oid, wanted(a, SCHEMA));
  }

  static Object function(CallContext context, Object[] a) {
    return registered(context, a, Securable.ROUTINE);
  }

  static Object type(CallContext context, Object[] a) {
    return registered(context, a, Securable.TYPE);
  }

  private static Object registered(CallContext context, Object[] a, Securable kind) {
    AccessCheck check = check(context, a);
    Object named = a[a.length - 2];
    boolean type = kind == Securable.TYPE;
    int by = type ? TypeOid.REGTYPE : TypeOid.REGPROCEDURE;
    long oid =
        named instanceof Long known ? known : (Long) ObjectLookup.require(context, by, named);
    return permits(check, kind, oid, wanted(a, type ? USAGE : EXECUTE));
  }

  static Object table(CallContext context, Object[] a) {
    AccessCheck check = check(context, a);
    long oid = tableOid(context, a[a.length - 2]);
    List<PrivilegeWords.Wanted> wanted = wanted(a, tablePrivileges(context));
    return relation(context, oid)
        .map(row -> check.permits(Securable.TABLE, row, wanted))
        .orElse(null);
  }

  static Object sequence(CallContext context, Object[] a) {
    AccessCheck check = check(context, a);
    List<PrivilegeWords.Wanted> wanted = wanted(a, SEQUENCE);
    Object named = a[a.length - 2];
    long oid = tableOid(context, named);
    Optional<FactRow> row = relation(context, oid);
    if (row.filter(one -> one.letter("relkind") != 'S').isPresent()) {
      String name = named instanceof String text ? text : row.get().text("relname");
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "\"" + name + "\" is not a sequence");
    }
    return row.map(one -> check.permits(Securable.SEQUENCE, one, wanted)).orElse(null);
  }

  private static Optional<FactRow> relation(CallContext context, long oid) {
    return context.execution().facts().table("pg_class").byOid(oid);
  }

  static Object anyColumn(CallContext context, Object[] a) {
    AccessCheck check = check(context, a);
    long oid = tableOid(context, a[a.length - 2]);
    List<PrivilegeWords.Wanted> wanted = wanted(a, COLUMN);
    return relation(context, oid)
        .map(
            row ->
                check.permits(Securable.TABLE, row, wanted)
                    || check.access().columns(oid).stream()
                        .anyMatch(column -> check.permitsColumn(row, column, wanted)))
        .orElse(null);
  }

  /** A role may be named before the table and the column. */
  static Object column(CallContext context, Object[] a) {
    Object[] withoutColumn = a.length == 3 ? new Object[2] : new Object[] {a[0], null, null};
    AccessCheck check = check(context, user(context, withoutColumn));
    long oid = tableOid(context, a[a.length - 3]);
    Optional<FactRow> table = relation(context, oid);
    Optional<FactRow> column = table.flatMap(row -> column(context, row, a[a.length - 2]));
    List<PrivilegeWords.Wanted> wanted = wanted(a, COLUMN);
    return column
        .filter(row -> !row.bool("attisdropped"))
        .map(
            row ->
                check.permitsColumn(table.get(), row, wanted)
                    || check.permits(Securable.TABLE, table.get(), wanted))
        .orElse(null);
  }

  /** {@code convert_column_name}: a number may name nothing, a name may not. */
  private static Optional<FactRow> column(CallContext context, FactRow table, Object named) {
    List<FactRow> columns =
        context.execution().facts().table("pg_attribute").where("attrelid", table.text("oid"));
    if (!(named instanceof String name)) {
      int number = ((Number) named).intValue();
      return columns.stream().filter(row -> row.integer("attnum") == number).findFirst();
    }
    Optional<FactRow> found =
        columns.stream().filter(row -> row.text("attname").equals(name)).findFirst();
    if (found.isEmpty()) {
      throw new ReportedError(
          SqlState.UNDEFINED_COLUMN,
          "column \"" + name + "\" of relation \"" + table.text("relname") + "\" does not exist");
    }
    return found;
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
