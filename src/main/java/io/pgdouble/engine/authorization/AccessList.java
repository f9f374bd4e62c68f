package io.pgdouble.engine.authorization;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.AclItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may do what with an object ({@code acl.c}). Facts name roles; rows of users' objects have
 * their OIDs.
 */
public record AccessList(List<AclItem> items) {
  /** {@code acl.h: ACL_ID_PUBLIC}. */
  public static final long EVERYBODY = 0;

  /** Who learned the facts was the bootstrap superuser, who may have another name here. */
  private static final String LEARNED_SUPERUSER = "postgres";

  /** From the elements of a column's array; those of roles that are gone say nothing. */
  public static AccessList of(List<String> texts, Facts facts) {
    List<AclItem> items = new ArrayList<>();
    for (String text : texts) {
      int name = text.indexOf('=');
      int slash = text.indexOf('/', name);
      Optional<Long> grantee = role(text.substring(0, name), facts);
      Optional<Long> grantor = role(text.substring(slash + 1), facts);
      if (grantee.isPresent() && grantor.isPresent()) {
        items.add(new AclItem(grantee.get(), text.substring(name + 1, slash), grantor.get()));
      }
    }
    return new AccessList(List.copyOf(items));
  }

  private static Optional<Long> role(String name, Facts facts) {
    if (name.isEmpty()) {
      return Optional.of(EVERYBODY);
    }
    if (name.equals(LEARNED_SUPERUSER)) {
      return Optional.of(Membership.BOOTSTRAP_SUPERUSER);
    }
    return Character.isDigit(name.charAt(0))
        ? Optional.of(Long.parseLong(name))
        : facts.table("pg_roles").where("rolname", name).stream()
            .map((FactRow row) -> row.oid("oid"))
            .findFirst();
  }

  /**
   * {@code acl.c: acldefault}.
   *
   * @param kind as the function {@code acldefault} knows it
   */
  public static AccessList defaults(char kind, long owner, int major) {
    int all = kind == 'c' ? AccessMode.NONE : AccessMode.all(kind, major);
    List<AclItem> items = new ArrayList<>();
    if (AccessMode.ofEverybody(kind) != AccessMode.NONE) {
      items.add(item(EVERYBODY, owner, AccessMode.ofEverybody(kind), AccessMode.NONE));
    }
    if (all != AccessMode.NONE) {
      items.add(item(owner, owner, all, AccessMode.NONE));
    }
    return new AccessList(List.copyOf(items));
  }

  static AclItem item(long grantee, long grantor, int privileges, int options) {
    return new AclItem(grantee, AccessMode.text(privileges, options), grantor);
  }

  /** {@code aclmask}: which of some privileges a role has; superusers are not looked for. */
  public int mask(Membership membership, long role, int mode) {
    int found = AccessMode.NONE;
    for (AclItem item : items) {
      int more = AccessMode.of(item.privileges()) & mode & ~found;
      if (more != AccessMode.NONE && isOf(item.grantee(), membership, role)) {
        found |= more;
      }
    }
    return found;
  }

  /** The same for those that the role may pass on: the owner may all. */
  public int grantable(Membership membership, long role, int mode, long owner) {
    if (role != EVERYBODY && membership.hasPrivilegesOf(role, owner)) {
      return mode;
    }
    int found = AccessMode.NONE;
    for (AclItem item : items) {
      int more = AccessMode.grantable(item.privileges()) & mode & ~found;
      if (more != AccessMode.NONE && isOf(item.grantee(), membership, role)) {
        found |= more;
      }
    }
    return found;
  }

  private static boolean isOf(long grantee, Membership membership, long role) {
    return grantee == EVERYBODY || role != EVERYBODY && membership.hasPrivilegesOf(role, grantee);
  }

  /**
   * In whose name something is granted or revoked.
   *
   * @param options those of the privileges in question that he may pass on
   */
  public record Grantor(long role, int options) {}

  /** {@code select_best_grantor}. */
  public Grantor bestGrantor(Membership membership, long role, int mode, long owner) {
    if (role == owner || membership.isSuperuser(role)) {
      return new Grantor(owner, mode);
    }
    Grantor best = new Grantor(role, AccessMode.NONE);
    for (long other : membership.rolesOf(role)) {
      int options = grantableDirectly(other, mode, owner);
      if (options == mode) {
        return new Grantor(other, options);
      }
      if (Integer.bitCount(options) > Integer.bitCount(best.options())) {
        best = new Grantor(other, options);
      }
    }
    return best;
  }

  /** {@code aclmask_direct}. */
  private int grantableDirectly(long role, int mode, long owner) {
    int found = role == owner ? mode : AccessMode.NONE;
    for (AclItem item : items) {
      found |= item.grantee() == role ? AccessMode.grantable(item.privileges()) & mode : 0;
    }
    return found;
  }

  /** {@code aclmembers}: the roles that it speaks of. */
  public boolean mentions(long role) {
    return items.stream().anyMatch(item -> item.grantee() == role || item.grantor() == role);
  }

  /** {@code aclconcat}. */
  public AccessList with(AccessList other) {
    List<AclItem> both = new ArrayList<>(items);
    both.addAll(other.items);
    return new AccessList(List.copyOf(both));
  }

  /** As a row has it: roles by their OIDs. */
  public String text() {
    return items.stream()
        .map(
            item ->
                (item.grantee() == EVERYBODY ? "" : Long.toString(item.grantee()))
                    + "="
                    + item.privileges()
                    + "/"
                    + item.grantor())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** {@code aclnewowner}: what the old owner had and gave is the new one's. */
  public AccessList ofOwner(long old, long owner) {
    Map<List<Long>, AclItem> merged = new LinkedHashMap<>();
    for (AclItem item : items) {
      long grantee = item.grantee() == old ? owner : item.grantee();
      long grantor = item.grantor() == old ? owner : item.grantor();
      merged.merge(
          List.of(grantee, grantor),
          new AclItem(grantee, item.privileges(), grantor),
          AccessList::merged);
    }
    return new AccessList(List.copyOf(merged.values()));
  }

  /** {@code aclmerge}: with what another adds. */
  public AccessList merged(AccessList other) {
    Map<List<Long>, AclItem> merged = new LinkedHashMap<>();
    for (AclItem item : with(other).items) {
      merged.merge(List.of(item.grantee(), item.grantor()), item, AccessList::merged);
    }
    return new AccessList(List.copyOf(merged.values()));
  }

  /** {@code aclitemsort}. */
  public AccessList sorted() {
    return new AccessList(
        items.stream()
            .sorted(
                Comparator.comparingLong(AclItem::grantee)
                    .thenComparingLong(AclItem::grantor)
                    .thenComparingInt(item -> AccessMode.of(item.privileges())))
            .toList());
  }

  private static AclItem merged(AclItem one, AclItem other) {
    return item(
        one.grantee(),
        one.grantor(),
        AccessMode.of(one.privileges()) | AccessMode.of(other.privileges()),
        AccessMode.grantable(one.privileges()) | AccessMode.grantable(other.privileges()));
  }
}
