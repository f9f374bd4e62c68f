package io.pgdouble.engine.function;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.List;

/**
 * What a role may do with an object: {@code acl.c: aclmask}.
 *
 * @param role 0 for what everybody may
 */
record AccessCheck(ObjectAccess access, long role) {

  private boolean isSuperuser() {
    return role != AccessList.EVERYBODY && access.membership().isSuperuser(role);
  }

  /** Whether one of the privileges is there. */
  boolean permits(Securable kind, FactRow row, List<PrivilegeWords.Wanted> wanted) {
    return wanted.stream().anyMatch(one -> permits(kind, row, one));
  }

  private boolean permits(Securable kind, FactRow row, PrivilegeWords.Wanted wanted) {
    int mode = mode(wanted);
    if (!wanted.grantable()) {
      return access.permits(kind, row, role, mode);
    }
    long owner = ObjectAccess.owner(kind, row);
    return isSuperuser()
        || access.list(kind, row).grantable(access.membership(), role, mode, owner) == mode;
  }

  private static int mode(PrivilegeWords.Wanted wanted) {
    return AccessMode.of(Character.toString(wanted.letter()));
  }

  /** The same of a column alone. */
  boolean permitsColumn(FactRow relation, FactRow column, List<PrivilegeWords.Wanted> wanted) {
    return wanted.stream().anyMatch(one -> permitsColumn(relation, column, one));
  }

  private boolean permitsColumn(FactRow relation, FactRow column, PrivilegeWords.Wanted wanted) {
    int mode = mode(wanted);
    if (!wanted.grantable()) {
      return access.columnMask(column, role, mode) == mode;
    }
    long owner = relation.oid("relowner");
    AccessList list = AccessList.of(column.list("attacl"), access.facts());
    return isSuperuser()
        || !column.isNull("attacl")
            && list.grantable(access.membership(), role, mode, owner) == mode;
  }

  /** Null, unless a superuser needs none. */
  Boolean withoutObject() {
    boolean bypasses =
        MajorChange.SUPERUSERS_NEED_NO_OBJECT.isIn(access.facts().major()) && isSuperuser();
    return bypasses ? Boolean.TRUE : null;
  }
}
