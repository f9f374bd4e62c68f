package io.pgdouble.engine.command;

import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What needs a role ({@code pg_shdepend.c: checkSharedDependencies}). */
record RoleDependents(SessionMemory memory, long role) {
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
    found.sort(Comparator.comparing(Dependent::object, RolePrivileges.ORDER));
    return Stream.concat(found.stream().map(Dependent::text), elsewhere()).toList();
  }

  /** How many there are in each other database; the one whose first is oldest comes first. */
  private Stream<String> elsewhere() {
    Map<Long, String> counts = new TreeMap<>();
    memory
        .changes()
        .elsewhere()
        .forEach(
            (database, facts) -> {
              List<ObjectAddress> objects = new ArrayList<>(new OwnedObjects(facts).of(role));
              objects.addAll(new RolePrivileges(facts, role).unshared());
              objects.stream()
                  .mapToLong(ObjectAddress::oid)
                  .min()
                  .ifPresent(first -> counts.put(first, counted(objects.size(), database)));
            });
    return counts.values().stream();
  }

  private String counted(int objects, long database) {
    String name = facts().table("pg_database").byOid(database).orElseThrow().text("datname");
    return objects + (objects == 1 ? " object" : " objects") + " in database " + name;
  }

  /** What it owns, in this database and beyond. */
  private List<ObjectAddress> owned() {
    List<ObjectAddress> owned = new ArrayList<>(new OwnedObjects(facts()).of(role));
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
    return new RolePrivileges(facts(), role).objects();
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
