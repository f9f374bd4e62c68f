package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.AccessListChange;
import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** GRANT and REVOKE on objects ({@code aclchk.c: ExecuteGrantStmt}). */
record GrantCommand(SessionMemory memory, GrantStmt node) {

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    node.grantor()
        .map(user::role)
        .filter(grantor -> grantor.oid("oid") != user.oid())
        .ifPresent(
            other -> {
              throw new ReportedError(
                  SqlState.FEATURE_NOT_SUPPORTED, "grantor must be current user");
            });
    GrantedObjects objects = new GrantedObjects(memory, node);
    List<Long> oids = objects.oids();
    apply(oids, GrantRequest.of(memory, node));
    return in.done();
  }

  /** To objects of the statement's kind. */
  void apply(List<Long> oids, GrantRequest request) {
    Securable kind = new GrantedObjects(memory, node).kind();
    for (long oid : oids) {
      if (kind == Securable.TABLE || kind == Securable.SEQUENCE) {
        new GrantOnRelation(memory, request).grant(oid);
      } else {
        grant(kind, oid, request);
      }
    }
  }

  /** {@code ExecGrant_common}. */
  private void grant(Securable kind, long oid, GrantRequest request) {
    FactRow row = memory.changes().current().table(kind.table()).byOid(oid).orElseThrow();
    check(kind, row);
    int all = AccessMode.all(kind.letter(), memory.changes().facts().major());
    int mode = request.isAll() ? all : request.privileges();
    ObjectAccess access = new ObjectRights(memory).access();
    AccessList before = access.list(kind, row);
    long owner = ObjectAccess.owner(kind, row);
    long user = new Principal(memory).oid();
    AccessList.Grantor grantor = before.bestGrantor(access.membership(), user, mode, owner);
    GrantLimits limits = new GrantLimits(memory, request, row.text(kind.nameColumn()));
    if (grantor.options() == AccessMode.NONE) {
      limits.requireSome(access.mask(kind, row, grantor.role(), all), word(kind, row));
    }
    int granted = limits.restrict(mode, grantor.options());
    AccessListChange change =
        new AccessListChange(before, access.membership(), owner, request.dependents());
    request.apply(change, granted, grantor.role());
    new CatalogRows(memory.changes())
        .change(
            kind.table(), Long.toString(oid), kind.aclColumn(), Optional.of(change.after().text()));
  }

  private static String word(Securable kind, FactRow row) {
    return kind == Securable.ROUTINE
        ? RoutineLookup.word(row.letter("prokind"))
        : kind.name().toLowerCase(Locale.ROOT);
  }

  private void check(Securable kind, FactRow row) {
    boolean untrusted = kind == Securable.LANGUAGE && !row.bool("lanpltrusted");
    if (untrusted) {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE, "language \"" + row.text("lanname") + "\" is not trusted")
          .withDetail(
              "GRANT and REVOKE are not allowed on untrusted languages, because only superusers"
                  + " can use untrusted languages.")
          .toException();
    }
    if (kind == Securable.TYPE) {
      checkType(row);
    }
  }

  /** {@code ExecGrant_Type_check}. */
  private void checkType(FactRow row) {
    if (row.oid("typelem") != 0 && row.text("typsubscript").startsWith("array_")) {
      throw ErrorReport.error(
              SqlState.INVALID_GRANT_OPERATION, "cannot set privileges of array types")
          .withHint("Set the privileges of the element type instead.")
          .toException();
    }
    if (node.objtype() == ObjectType.DOMAIN && row.letter("typtype") != 'd') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + row.text("typname") + "\" is not a domain");
    }
  }
}
