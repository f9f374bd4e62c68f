package io.pgdouble.engine.authorization;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.AclItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of who may do what with one object ({@code acl.c: aclupdate}). Mutable.
 *
 * <p>Who may pass a privilege on and no longer may loses what he has passed on, or stands in the
 * way.
 */
public final class AccessListChange {
  private final Membership membership;
  private final long owner;
  private final Dependents dependents;
  private final List<AclItem> items;

  /** What becomes of privileges that depend on those that are revoked. */
  public enum Dependents {
    RESTRICT,
    CASCADE
  }

  public AccessListChange(
      AccessList before, Membership membership, long owner, Dependents dependents) {
    this.items = new ArrayList<>(before.items());
    this.membership = membership;
    this.owner = owner;
    this.dependents = dependents;
  }

  /**
   * A change of one item.
   *
   * @param options those that may, or may no longer, be passed on
   */
  public record Item(long grantee, long grantor, int privileges, int options) {}

  public AccessList after() {
    return new AccessList(List.copyOf(items));
  }

  /** {@code ACL_MODECHG_ADD}. */
  public void grant(Item change) {
    if (change.options() != AccessMode.NONE) {
      checkCircularity(change);
    }
    int place = place(change);
    AclItem old = items.get(place);
    set(
        place,
        AccessMode.of(old.privileges()) | change.privileges(),
        AccessMode.grantable(old.privileges()) | change.options());
  }

  /** {@code ACL_MODECHG_DEL}. */
  public void revoke(Item change) {
    int place = place(change);
    AclItem old = items.get(place);
    int options = AccessMode.grantable(old.privileges());
    int left = options & ~change.options();
    set(place, AccessMode.of(old.privileges()) & ~change.privileges(), left);
    if (left != options) {
      revokeGiven(change.grantee(), options & ~left);
    }
  }

  private int place(Item change) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).grantee() == change.grantee()
          && items.get(i).grantor() == change.grantor()) {
        return i;
      }
    }
    items.add(new AclItem(change.grantee(), "", change.grantor()));
    return items.size() - 1;
  }

  private void set(int place, int privileges, int options) {
    AclItem old = items.get(place);
    if ((privileges | options) == AccessMode.NONE) {
      items.remove(place);
    } else {
      items.set(place, AccessList.item(old.grantee(), old.grantor(), privileges, options));
    }
  }

  /** {@code recursive_revoke}. */
  private void revokeGiven(long grantor, int options) {
    if (grantor == owner) {
      return;
    }
    int lost = options & ~after().grantable(membership, grantor, options, owner);
    for (AclItem next = given(grantor, lost); next != null; next = given(grantor, lost)) {
      if (dependents == Dependents.RESTRICT) {
        throw ErrorReport.error(
                SqlState.DEPENDENT_OBJECTS_STILL_EXIST, "dependent privileges exist")
            .withHint("Use CASCADE to revoke them too.")
            .toException();
      }
      revoke(new Item(next.grantee(), grantor, lost, lost));
    }
  }

  /** Null where nothing is left. */
  private AclItem given(long grantor, int privileges) {
    return items.stream()
        .filter(item -> item.grantor() == grantor)
        .filter(item -> (AccessMode.of(item.privileges()) & privileges) != AccessMode.NONE)
        .findFirst()
        .orElse(null);
  }

  /** {@code check_circularity}: nobody may get his right to pass on from whom he gave it to. */
  private void checkCircularity(Item change) {
    if (change.grantor() == owner) {
      return;
    }
    AccessListChange without = new AccessListChange(after(), membership, owner, Dependents.CASCADE);
    for (AclItem item = without.passing(change.grantee());
        item != null;
        item = without.passing(change.grantee())) {
      int options = AccessMode.grantable(item.privileges());
      without.revoke(new Item(item.grantee(), item.grantor(), options, options));
    }
    int own = without.after().grantable(membership, change.grantor(), change.options(), owner);
    if (own != change.options()) {
      throw new ReportedError(
          SqlState.INVALID_GRANT_OPERATION,
          "grant options cannot be granted back to your own grantor");
    }
  }

  /** Null where nothing is left. */
  private AclItem passing(long grantee) {
    return items.stream()
        .filter(item -> item.grantee() == grantee)
        .filter(item -> AccessMode.grantable(item.privileges()) != AccessMode.NONE)
        .findFirst()
        .orElse(null);
  }
}
