package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What gives a role privileges in one database ({@code pg_shdepend}, {@code
 * SHARED_DEPENDENCY_ACL}).
 */
record RolePrivileges(Facts facts, long role) {
  private static final Map<Securable, Long> CATALOGS =
      Map.of(
          Securable.TABLE, ObjectAddress.RELATION,
          Securable.SCHEMA, ObjectAddress.NAMESPACE,
          Securable.ROUTINE, ObjectAddress.PROC,
          Securable.TYPE, ObjectAddress.TYPE,
          Securable.LANGUAGE, ObjectAddress.LANGUAGE,
          Securable.TABLESPACE, ObjectAddress.TABLESPACE,
          Securable.DATABASE, ObjectAddress.DATABASE);

  private static final Set<Long> SHARED = Set.of(ObjectAddress.TABLESPACE, ObjectAddress.DATABASE);

  static final Comparator<ObjectAddress> ORDER =
      Comparator.comparingLong(ObjectAddress::oid)
          .thenComparingLong(ObjectAddress::catalog)
          .thenComparingInt(ObjectAddress::sub);

  /** What speaks of it in its privileges, and does not belong to it. */
  List<ObjectAddress> objects() {
    Stream<ObjectAddress> objects =
        CATALOGS.entrySet().stream().flatMap(one -> withPrivileges(one.getKey(), one.getValue()));
    return Stream.concat(objects, Stream.concat(columns(), defaults())).sorted(ORDER).toList();
  }

  /** The same without what all databases share. */
  List<ObjectAddress> unshared() {
    return objects().stream().filter(one -> !SHARED.contains(one.catalog())).toList();
  }

  private Stream<ObjectAddress> withPrivileges(Securable kind, long catalog) {
    return facts.table(kind.table()).rows().stream()
        .filter(row -> isMentioned(row, kind.aclColumn(), ObjectAccess.owner(kind, row)))
        .map(row -> new ObjectAddress(catalog, row.oid("oid"), 0));
  }

  private Stream<ObjectAddress> columns() {
    return facts.table("pg_attribute").rows().stream()
        .filter(row -> !row.isNull("attacl"))
        .filter(row -> isMentioned(row, "attacl", owner(row.oid("attrelid"))))
        .map(row -> ObjectAddress.column(row.oid("attrelid"), row.integer("attnum")));
  }

  private long owner(long relation) {
    return facts.table("pg_class").byOid(relation).orElseThrow().oid("relowner");
  }

  private Stream<ObjectAddress> defaults() {
    return facts.table("pg_default_acl").rows().stream()
        .filter(row -> isMentioned(row, "defaclacl", row.oid("defaclrole")))
        .map(row -> new ObjectAddress(ObjectAddress.DEFAULT_ACL, row.oid("oid"), 0));
  }

  private boolean isMentioned(FactRow row, String column, long owner) {
    return owner != role
        && !row.isNull(column)
        && AccessList.of(row.list(column), facts).mentions(role);
  }
}
