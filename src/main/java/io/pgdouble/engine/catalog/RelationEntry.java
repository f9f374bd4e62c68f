package io.pgdouble.engine.catalog;

import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/**
 * A relation that can stand in a FROM clause.
 *
 * @param kind {@code relkind}: r table, v view, …
 * @param rowType OID of its row type
 * @param readers the roles that may read it besides its owner, who is the first superuser; empty
 *     where everybody may ({@code relacl})
 * @param owner OID of the role
 * @param persistence {@code relpersistence}: p permanent, u unlogged, t temporary
 * @param filenode which storage has its rows; 0 where there is none
 * @param calls the functions beneath a view whose rows are told without them
 */
public record RelationEntry(
    int oid,
    String name,
    String schema,
    char kind,
    int rowType,
    List<AttributeEntry> attributes,
    Optional<List<String>> readers,
    List<ProcEntry> calls,
    int owner,
    char persistence,
    long filenode) {

  /** The kind of what no catalog has: the rows of a statement, as its triggers see them. */
  public static final char TRANSITION = 'n';

  /** The one whose columns have privileges of their own. */
  private static final String WITH_COLUMN_PRIVILEGES = "pg_subscription";

  /** Those of its attributes that were not dropped. */
  public List<AttributeEntry> columns() {
    return attributes.stream().filter(one -> !one.dropped()).toList();
  }

  /**
   * {@code execMain.c: ExecCheckPermissions} for SELECT.
   *
   * @throws ReportedError if the current user may not read it
   */
  public void checkReader(SessionFacts session) {
    if (readers.isEmpty()
        || session.isSuperuser()
        || session.hasPrivilegesOf("pg_read_all_data")
        || readers.get().stream().anyMatch(session::hasPrivilegesOf)) {
      return;
    }
    if (name.equals(WITH_COLUMN_PRIVILEGES)) {
      throw ErrorReport.notSimulated("privileges on columns of " + name).toException();
    }
    throw new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE,
        "permission denied for " + (kind == 'v' ? "view " : "table ") + name);
  }
}
