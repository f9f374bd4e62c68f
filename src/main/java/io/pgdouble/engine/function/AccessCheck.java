package io.pgdouble.engine.function;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.AclItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a role may do with an object: {@code acl.c: aclmask}.
 *
 * @param role 0 for what everybody may
 */
record AccessCheck(CallContext context, Membership membership, long role) {
  private static final long EVERYBODY = 0;

  /** Who learned the facts was the bootstrap superuser, who may have another name here. */
  private static final String LEARNED_SUPERUSER = "postgres";

  /**
   * The privileges on an object.
   *
   * @param items as the facts have them; empty for the defaults of its kind
   */
  record AccessList(long owner, String kind, Optional<List<String>> items) {}

  /** Of one object. */
  AccessList list(FactRow row, String column, String kind, String ownerColumn) {
    if (kind.equals("d")) {
      Optional<List<String>> items =
          row.isNull(column) ? Optional.empty() : Optional.of(row.list(column));
      return new AccessList(row.oid(ownerColumn), kind, items);
    }
    // The facts tell no owner, who has granted what is granted.
    long owner =
        row.list(column).stream()
            .findFirst()
            .flatMap(item -> grantee(item.substring(item.indexOf('/') + 1)))
            .orElse(Membership.BOOTSTRAP_SUPERUSER);
    return new AccessList(
        owner, kind, row.isNull(column) ? Optional.empty() : Optional.of(row.list(column)));
  }

  private Facts facts() {
    return context.execution().facts();
  }

  private boolean isSuperuser() {
    return role != EVERYBODY && membership.isSuperuser(role);
  }

  private boolean is(long grantee) {
    return grantee == EVERYBODY || role != EVERYBODY && membership.hasPrivilegesOf(role, grantee);
  }

  /** Whether one of the privileges is there. */
  boolean permits(AccessList list, List<PrivilegeWords.Wanted> wanted) {
    List<AclItem> items = items(list);
    boolean owner = role != EVERYBODY && membership.hasPrivilegesOf(role, list.owner());
    return isSuperuser()
        || wanted.stream()
            .anyMatch(
                one ->
                    one.grantable() && owner || items.stream().anyMatch(item -> gives(item, one)));
  }

  private boolean gives(AclItem item, PrivilegeWords.Wanted wanted) {
    int at = item.privileges().indexOf(wanted.letter());
    boolean grantable = at >= 0 && item.privileges().startsWith("*", at + 1);
    return at >= 0 && (grantable || !wanted.grantable()) && is(item.grantee());
  }

  /** Null, unless a superuser needs none. */
  Boolean withoutObject() {
    boolean bypasses = MajorChange.SUPERUSERS_NEED_NO_OBJECT.isIn(facts().major()) && isSuperuser();
    return bypasses ? Boolean.TRUE : null;
  }

  /** Whether a predefined role gives it, whatever the object. */
  boolean isOfAllData(List<PrivilegeWords.Wanted> wanted, String predefined, String letters) {
    boolean asked =
        wanted.stream().anyMatch(one -> !one.grantable() && letters.indexOf(one.letter()) >= 0);
    return asked && oid(predefined).filter(this::is).isPresent();
  }

  private List<AclItem> items(AccessList list) {
    List<AclItem> items = new ArrayList<>();
    if (list.items().isEmpty()) {
      for (Object item : AccessPrivileges.defaults(context, list.kind(), list.owner()).elements()) {
        items.add((AclItem) item);
      }
      return items;
    }
    for (String text : list.items().get()) {
      int name = text.indexOf('=');
      String privileges = text.substring(name + 1, text.indexOf('/', name));
      grantee(text.substring(0, name))
          .ifPresent(grantee -> items.add(new AclItem(grantee, privileges, list.owner())));
    }
    return items;
  }

  private Optional<Long> grantee(String name) {
    if (name.isEmpty()) {
      return Optional.of(EVERYBODY);
    }
    return name.equals(LEARNED_SUPERUSER) ? Optional.of(Membership.BOOTSTRAP_SUPERUSER) : oid(name);
  }

  private Optional<Long> oid(String name) {
    return facts().table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .map(row -> row.oid("oid"))
        .findFirst();
  }
}
