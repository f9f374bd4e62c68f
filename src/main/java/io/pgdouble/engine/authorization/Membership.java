package io.pgdouble.engine.authorization;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which roles a role is, and what it may do with others. */
public final class Membership {
  /** {@code pg_authid.dat: BOOTSTRAP_SUPERUSERID}. */
  public static final long BOOTSTRAP_SUPERUSER = 10;

  /** {@code pg_authid.dat: ROLE_PG_DATABASE_OWNER}. */
  public static final long DATABASE_OWNER = 6171;

  private final Facts facts;
  private final String database;
  private final Map<Long, List<FactRow>> grants = new HashMap<>();

  /** What of a membership is asked for: {@code acl.c: RoleRecurseType}. */
  private enum Through {
    MEMBERSHIP,
    PRIVILEGES,
    SET_ROLE
  }

  /**
   * @param database the current one, of which one role is the owner
   */
  public Membership(Facts facts, String database) {
    this.facts = facts;
    this.database = database;
    for (FactRow row : facts.table("pg_auth_members").rows()) {
      grants.computeIfAbsent(row.oid("member"), key -> new ArrayList<>()).add(row);
    }
  }

  /** {@code superuser_arg}. */
  public boolean isSuperuser(long role) {
    return role == BOOTSTRAP_SUPERUSER || attribute(role, "rolsuper");
  }

  /** Whether a role has an attribute, or is a superuser and needs none. */
  public boolean has(long role, String attribute) {
    return isSuperuser(role) || attribute(role, attribute);
  }

  private boolean attribute(long role, String attribute) {
    return facts.table("pg_roles").byOid(role).filter(row -> row.bool(attribute)).isPresent();
  }

  /** {@code has_privs_of_role}: it may do what the other may, without SET ROLE. */
  public boolean hasPrivilegesOf(long member, long role) {
    return reaches(member, role, Through.PRIVILEGES);
  }

  /** {@code is_member_of_role}. */
  public boolean isMember(long member, long role) {
    return reaches(member, role, Through.MEMBERSHIP);
  }

  /** {@code is_member_of_role_nosuper}. */
  public boolean isMemberWithoutSuperuser(long member, long role) {
    return member == role || roles(member, Through.MEMBERSHIP).contains(role);
  }

  /** {@code member_can_set_role}. */
  public boolean maySet(long member, long role) {
    return reaches(member, role, Through.SET_ROLE);
  }

  private boolean reaches(long member, long role, Through through) {
    return member == role || isSuperuser(member) || roles(member, through).contains(role);
  }

  /** {@code is_admin_of_role}. */
  public boolean isAdmin(long member, long role) {
    return isSuperuser(member)
        || member != role && admin(roles(member, Through.MEMBERSHIP), role).isPresent();
  }

  /** {@code select_best_admin}: who of those whose privileges it has is nearest. */
  public Optional<Long> bestAdmin(long member, long role) {
    return member == role ? Optional.empty() : admin(roles(member, Through.PRIVILEGES), role);
  }

  /** The roles whose privileges it has, the nearest first, and itself before all. */
  public List<Long> rolesOf(long member) {
    return roles(member, Through.PRIVILEGES);
  }

  private Optional<Long> admin(List<Long> members, long role) {
    return members.stream()
        .filter(
            member ->
                of(member).stream()
                    .anyMatch(row -> row.oid("roleid") == role && row.bool("admin_option")))
        .findFirst();
  }

  /** {@code roles_is_member_of}: the nearest first, and itself before all. */
  private List<Long> roles(long member, Through through) {
    List<Long> found = new ArrayList<>(List.of(member));
    for (int i = 0; i < found.size(); i++) {
      long one = found.get(i);
      of(one).stream()
          .filter(row -> leadsOn(row, through))
          .forEach(row -> add(found, row.oid("roleid")));
      if (isOwner(one) && leadsOn(one, through)) {
        add(found, DATABASE_OWNER);
      }
    }
    return found;
  }

  private static void add(List<Long> found, long role) {
    if (!found.contains(role)) {
      found.add(role);
    }
  }

  private List<FactRow> of(long member) {
    return grants.getOrDefault(member, List.of());
  }

  private boolean isOwner(long role) {
    return facts.table("pg_database").rows().stream()
        .anyMatch(row -> row.text("datname").equals(database) && row.oid("datdba") == role);
  }

  private boolean leadsOn(FactRow grant, Through through) {
    if (!MajorChange.ADMIN_OPTION_OF_ROLES.isIn(facts.major())) {
      return leadsOn(grant.oid("member"), through);
    }
    return switch (through) {
      case MEMBERSHIP -> true;
      case PRIVILEGES -> grant.bool("inherit_option");
      case SET_ROLE -> grant.bool("set_option");
    };
  }

  /** Before each grant had its own options, a role inherited from all or from none. */
  private boolean leadsOn(long member, Through through) {
    return through != Through.PRIVILEGES
        || MajorChange.ADMIN_OPTION_OF_ROLES.isIn(facts.major())
        || attribute(member, "rolinherit");
  }
}
