package io.pgdouble.engine.planning;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Optional;

/**
 * What a plan does with a relation, for which somebody needs a privilege ({@code execMain.c:
 * ExecCheckOneRelPerms}).
 *
 * @param letter {@code r} to read, {@code a} to insert, {@code w} to update or lock, {@code d} to
 *     delete
 * @param columns the numbers of the columns it is about, on each of which the privilege is enough;
 *     where there are none, that on any column is
 * @param owner of the view in whose name it is done; empty for the current user
 */
record TablePrivilege(
    RelationEntry relation, char letter, List<Integer> columns, Optional<Long> owner) {

  /**
   * @throws ReportedError 42501 where he does not have it
   */
  void require(ExecutionContext context) {
    if (owner.isEmpty() && context.session().isSuperuser()) {
      return;
    }
    Facts facts = context.facts();
    Optional<FactRow> row = facts.table("pg_class").byOid(Integer.toUnsignedLong(relation.oid()));
    if (row.isPresent() && !isGranted(context, row.get())) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied for " + word() + " " + relation.name());
    }
  }

  private boolean isGranted(ExecutionContext context, FactRow row) {
    Facts facts = context.facts();
    ObjectAccess access =
        new ObjectAccess(facts, new Membership(facts, context.session().database()));
    long user = owner.orElseGet(() -> access.role(context.session().currentUser()));
    int mode = AccessMode.of(Character.toString(letter));
    return letter == 'd'
        ? access.permits(Securable.TABLE, row, user, mode)
        : access.permitsColumns(row, user, mode, columns);
  }

  /** {@code objectaddress.c: get_relkind_objtype}. */
  private String word() {
    return switch (relation.kind()) {
      case 'v' -> "view";
      case 'm' -> "materialized view";
      case 'S' -> "sequence";
      case 'f' -> "foreign table";
      default -> "table";
    };
  }
}
