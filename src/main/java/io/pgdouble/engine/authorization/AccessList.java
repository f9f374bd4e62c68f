package io.pgdouble.engine.authorization;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.AclItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * {@code acl.c: acldefault}, as rows have it.
   *
   * @param kind as the function {@code acldefault} knows it
   */
  public static List<String> defaults(char kind, long owner) {
    String own = owner + "=" + all(kind) + "/" + owner;
    String everybody = "=" + ofEverybody(kind) + "/" + owner;
    return ofEverybody(kind).isEmpty() ? List.of(own) : List.of(everybody, own);
  }

  private static String all(char kind) {
    return switch (kind) {
      case 'r' -> "arwdDxt";
      case 's' -> "rwU";
      case 'd' -> "CTc";
      case 'n' -> "UC";
      case 'f' -> "X";
      case 'T', 'l' -> "U";
      default -> throw new IllegalArgumentException("no privileges of " + kind);
    };
  }

  private static String ofEverybody(char kind) {
    return switch (kind) {
      case 'd' -> "Tc";
      case 'f' -> "X";
      case 'T', 'l' -> "U";
      default -> "";
    };
  }

  /** {@code aclmask}: whether a role has a privilege. */
  public boolean permits(Membership membership, long role, char privilege) {
    return membership.isSuperuser(role)
        || items.stream()
            .filter(item -> item.privileges().indexOf(privilege) >= 0)
            .anyMatch(
                item ->
                    item.grantee() == EVERYBODY
                        || membership.hasPrivilegesOf(role, item.grantee()));
  }
}
