package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterDefaultPrivilegesStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** ALTER DEFAULT PRIVILEGES ({@code aclchk.c: ExecAlterDefaultPrivilegesStmt}). */
record DefaultPrivilegesCommand(SessionMemory memory, AlterDefaultPrivilegesStmt node) {

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Optional<List<Node>> schemas = option("schemas");
    Optional<List<Node>> roles = option("roles");
    boolean columns = node.action().privileges().stream().anyMatch(one -> !one.cols().isEmpty());
    GrantRequest request = GrantRequest.of(memory, withoutColumns(columns));
    Principal user = new Principal(memory);
    if (roles.isEmpty()) {
      set(user.oid(), schemas, request);
      return in.done();
    }
    for (Node spec : roles.get()) {
      FactRow role = user.role((RoleSpec) spec);
      checkMember(user, role);
      set(role.oid("oid"), schemas, request);
    }
    return in.done();
  }

  /** Grantees are looked up before. */
  private io.pgdouble.engine.tree.GrantStmt withoutColumns(boolean columns) {
    if (columns) {
      throw GrantRequest.invalid("default privileges cannot be set for columns");
    }
    return node.action();
  }

  private Optional<List<Node>> option(String name) {
    List<DefElem> named =
        node.options().stream().filter(option -> option.name().equals(name)).toList();
    if (named.size() > 1) {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
          .withPosition(named.get(1).location() + 1)
          .toException();
    }
    return named.stream()
        .findFirst()
        .flatMap(DefElem::arg)
        .map(list -> List.copyOf(((ListValue) list).elements()));
  }

  /** {@code check_is_member_of_role}. */
  private static void checkMember(Principal user, FactRow role) {
    if (!user.membership().isMember(user.oid(), role.oid("oid"))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "must be member of role \"" + role.text("rolname") + "\"");
    }
  }

  /** {@code SetDefaultACLsInSchemas}. */
  private void set(long role, Optional<List<Node>> schemas, GrantRequest request) {
    if (schemas.isEmpty()) {
      set(role, 0, request);
      return;
    }
    for (Node name : schemas.get()) {
      long schema = new Schemas(memory).require(((StringValue) name).value());
      if (node.action().objtype() == ObjectType.SCHEMA) {
        throw GrantRequest.invalid(
            "cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS");
      }
      set(role, schema, request);
    }
  }

  private void set(long role, long schema, GrantRequest request) {
    DefaultAccess.Place place =
        new DefaultAccess.Place(role, schema, DefaultAccess.kind(node.action().objtype()));
    int mode =
        request.isAll()
            ? AccessMode.all(place.kind().letter(), memory.changes().facts().major())
            : request.privileges();
    new DefaultAccess(memory)
        .change(place, request.dependents(), list -> request.apply(list, mode, role));
  }
}
