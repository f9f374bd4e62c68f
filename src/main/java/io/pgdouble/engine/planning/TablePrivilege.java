package io.pgdouble.engine.planning;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Optional;

/**
 * What a plan does with a relation, for which the current user needs a privilege ({@code
 * execMain.c: ExecCheckOneRelPerms}).
 *
 * @param letter {@code r} to read, {@code a} to insert, {@code w} to update or lock, {@code d} to
 *     delete
 */
record TablePrivilege(RelationEntry relation, char letter) {

  /**
   * @throws ReportedError 42501 where the current user does not have it
   */
  void require(ExecutionContext context) {
    SessionFacts session = context.session();
    if (session.isSuperuser()) {
      return;
    }
    if (!TableScan.isOf(relation)) {
      requireOfServer(session);
      return;
    }
    boolean predefined =
        session.hasPrivilegesOf(letter == 'r' ? "pg_read_all_data" : "pg_write_all_data");
    if (!predefined && !isGranted(context)) {
      throw denied();
    }
  }

  private void requireOfServer(SessionFacts session) {
    if (letter != 'r') {
      throw denied();
    }
    relation.checkReader(session);
  }

  private ReportedError denied() {
    return new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for table " + relation.name());
  }

  private boolean isGranted(ExecutionContext context) {
    Facts facts = context.facts();
    long oid = Integer.toUnsignedLong(relation.oid());
    Optional<FactRow> row = facts.table("pg_class").byOid(oid);
    if (row.isEmpty()) {
      return true;
    }
    List<String> items =
        row.get().isNull("relacl")
            ? AccessList.defaults('r', row.get().oid("relowner"))
            : row.get().list("relacl");
    Membership membership = new Membership(facts, context.session().database());
    boolean granted = AccessList.of(items, facts).permits(membership, currentUser(context), letter);
    boolean byColumns =
        !granted
            && facts.table("pg_attribute").where("attrelid", Long.toString(oid)).stream()
                .anyMatch(column -> !column.isNull("attacl"));
    if (byColumns) {
      throw ErrorReport.notSimulated("privileges on columns").toException();
    }
    return granted;
  }

  private static long currentUser(ExecutionContext context) {
    return context
        .facts()
        .table("pg_roles")
        .where("rolname", context.session().currentUser())
        .get(0)
        .oid("oid");
  }
}
