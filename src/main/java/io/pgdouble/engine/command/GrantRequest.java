package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.AccessListChange;
import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.tree.AccessPriv;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.RoleSpecType;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * What GRANT and REVOKE ask for, whatever the object ({@code aclchk.h: InternalGrant}).
 *
 * @param privileges none where all there are of the object's kind are meant
 * @param columns those that are about columns
 * @param grantees OIDs of roles
 */
record GrantRequest(GrantStmt node, int privileges, List<AccessPriv> columns, List<Long> grantees) {

  static GrantRequest of(SessionMemory memory, GrantStmt node) {
    Principal user = new Principal(memory);
    List<Long> grantees = node.grantees().stream().map(role -> grantee(user, role)).toList();
    int privileges = AccessMode.NONE;
    List<AccessPriv> columns = new ArrayList<>();
    for (AccessPriv privilege : node.privileges()) {
      if (!privilege.cols().isEmpty()) {
        requireRelation(node.objtype());
        columns.add(privilege);
      } else if (privilege.privName().isPresent()) {
        privileges |= privilege(privilege, node.objtype(), user.facts().major());
      }
    }
    return new GrantRequest(node, privileges, List.copyOf(columns), grantees);
  }

  private static long grantee(Principal user, RoleSpec role) {
    return role.roletype() == RoleSpecType.PUBLIC
        ? AccessList.EVERYBODY
        : user.role(role).oid("oid");
  }

  private static void requireRelation(ObjectType type) {
    if (type != ObjectType.TABLE) {
      throw invalid("column privileges are only valid for relations");
    }
  }

  private static int privilege(AccessPriv privilege, ObjectType type, int major) {
    int mode = mode(privilege, major);
    int known =
        switch (type) {
          case TABLE -> AccessMode.all('r', major) | AccessMode.all('s', major);
          case SEQUENCE -> AccessMode.all('s', major);
          case DATABASE -> AccessMode.all('d', major);
          case DOMAIN, TYPE -> AccessMode.all('T', major);
          case FUNCTION, PROCEDURE, ROUTINE -> AccessMode.all('f', major);
          case LANGUAGE -> AccessMode.all('l', major);
          case LARGEOBJECT -> AccessMode.all('L', major);
          case SCHEMA -> AccessMode.all('n', major);
          case TABLESPACE -> AccessMode.all('t', major);
          case FDW, FOREIGN_SERVER -> AccessMode.all('F', major);
          default -> AccessMode.all('p', major);
        };
    if ((mode & ~known) != AccessMode.NONE) {
      throw invalid("invalid privilege type " + AccessMode.word(mode) + " for " + word(type));
    }
    return mode;
  }

  /** {@code string_to_privilege}. */
  static int mode(AccessPriv privilege, int major) {
    String word = privilege.privName().orElseThrow();
    return AccessMode.ofWord(word, major)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.SYNTAX_ERROR, "unrecognized privilege type \"" + word + "\""));
  }

  static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_GRANT_OPERATION, message);
  }

  private static String word(ObjectType type) {
    return switch (type) {
      case TABLE -> "relation";
      case LARGEOBJECT -> "large object";
      case FDW -> "foreign-data wrapper";
      case FOREIGN_SERVER -> "foreign server";
      case PARAMETER_ACL -> "parameter";
      default -> type.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** ALL PRIVILEGES, without columns. */
  boolean isAll() {
    return node.privileges().stream()
        .anyMatch(one -> one.privName().isEmpty() && one.cols().isEmpty());
  }

  AccessListChange.Dependents dependents() {
    return node.behavior() == DropBehavior.CASCADE
        ? AccessListChange.Dependents.CASCADE
        : AccessListChange.Dependents.RESTRICT;
  }

  /** {@code merge_acl_with_grant}. */
  void apply(AccessListChange list, int mode, long grantor) {
    for (long grantee : grantees) {
      if (node.grant() && node.grantOption() && grantee == AccessList.EVERYBODY) {
        throw invalid("grant options can only be granted to roles");
      }
      if (node.grant()) {
        int options = node.grantOption() ? mode : AccessMode.NONE;
        list.grant(new AccessListChange.Item(grantee, grantor, mode, options));
      } else {
        int privileges = node.grantOption() ? AccessMode.NONE : mode;
        list.revoke(new AccessListChange.Item(grantee, grantor, privileges, mode));
      }
    }
  }
}
