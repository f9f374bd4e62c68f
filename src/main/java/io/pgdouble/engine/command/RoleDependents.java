package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What needs a role ({@code pg_shdepend.c: checkSharedDependencies}). */
record RoleDependents(SessionMemory memory, long role) {
  private static final Map<Securable, Long> CATALOGS =
      Map.of(
          Securable.TABLE, ObjectAddress.RELATION,
          Securable.SCHEMA, ObjectAddress.NAMESPACE,
          Securable.ROUTINE, ObjectAddress.PROC,
          Securable.TYPE, ObjectAddress.TYPE,
          Securable.LANGUAGE, ObjectAddress.LANGUAGE,
          Securable.TABLESPACE, ObjectAddress.TABLESPACE,
          Securable.DATABASE, ObjectAddress.DATABASE);

  private static final Comparator<ObjectAddress> ORDER =
      Comparator.comparingLong(ObjectAddress::oid)
          .thenComparingLong(ObjectAddress::catalog)
          .thenComparingInt(ObjectAddress::sub);

  private record Dependent(ObjectAddress object, String text) {}

  private Facts facts() {
    return memory.changes().current();
  }

  /** A line for each, in the order of their OIDs. */
  List<String> described() {
    List<Dependent> found = new ArrayList<>();
    ObjectDescriptions descriptions = new ObjectDescriptions(memory);
    owned().forEach(one -> found.add(new Dependent(one, "owner of " + descriptions.of(one))));
    withPrivileges()
        .forEach(one -> found.add(new Dependent(one, "privileges for " + descriptions.of(one))));
    found.addAll(memberships());
    found.sort(Comparator.comparing(Dependent::object, ORDER));
    return found.stream().map(Dependent::text).toList();
  }

  /** What it owns, in this database and beyond. */
  private List<ObjectAddress> owned() {
    List<ObjectAddress> owned = new ArrayList<>(new OwnedObjects(memory).of(role));
    facts().table("pg_database").where("datdba", Long.toString(role)).stream()
        .map(row -> new ObjectAddress(ObjectAddress.DATABASE, row.oid("oid"), 0))
        .forEach(owned::add);
    facts().table("pg_default_acl").where("defaclrole", Long.toString(role)).stream()
        .map(row -> new ObjectAddress(ObjectAddress.DEFAULT_ACL, row.oid("oid"), 0))
        .forEach(owned::add);
    return owned;
  }

  /** What speaks of it in its privileges, and does not belong to it. */
  List<ObjectAddress> withPrivileges() {
    Stream<ObjectAddress> objects =
        CATALOGS.entrySet().stream().flatMap(one -> withPrivileges(one.getKey(), one.getValue()));
    return Stream.concat(objects, Stream.concat(columns(), defaults())).sorted(ORDER).toList();
  }

  private Stream<ObjectAddress> withPrivileges(Securable kind, long catalog) {
    return facts().table(kind.table()).rows().stream()
        .filter(row -> isMentioned(row, kind.aclColumn(), ObjectAccess.owner(kind, row)))
        .map(row -> new ObjectAddress(catalog, row.oid("oid"), 0));
  }

  private Stream<ObjectAddress> columns() {
    return facts().table("pg_attribute").rows().stream()
        .filter(row -> !row.isNull("attacl"))
        .filter(row -> isMentioned(row, "attacl", owner(row.oid("attrelid"))))
        .map(row -> ObjectAddress.column(row.oid("attrelid"), row.integer("attnum")));
  }

  private long owner(long relation) {
    return facts().table("pg_class").byOid(relation).orElseThrow().oid("relowner");
  }

  private Stream<ObjectAddress> defaults() {
    return facts().table("pg_default_acl").rows().stream()
        .filter(row -> isMentioned(row, "defaclacl", row.oid("defaclrole")))
        .map(row -> new ObjectAddress(ObjectAddress.DEFAULT_ACL, row.oid("oid"), 0));
  }

  private boolean isMentioned(FactRow row, String column, long owner) {
    return owner != role
        && !row.isNull(column)
        && AccessList.of(row.list(column), facts()).mentions(role);
  }

  /** From 16 on, who has made somebody a member of a role is needed for it. */
  private List<Dependent> memberships() {
    Principal user = new Principal(memory);
    if (!user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES)) {
      return List.of();
    }
    return facts().table(GrantedMembers.TABLE).where("grantor", Long.toString(role)).stream()
        .map(
            row ->
                new Dependent(
                    new ObjectAddress(0, row.oid("oid"), 0),
                    "privileges for membership of role %s in role %s"
                        .formatted(user.name(row.oid("member")), user.name(row.oid("roleid")))))
        .toList();
  }
}
