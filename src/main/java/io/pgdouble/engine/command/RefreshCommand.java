package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.tree.RefreshMatViewStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.IdentifierList;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** REFRESH MATERIALIZED VIEW ({@code matview.c: ExecRefreshMatView}). */
record RefreshCommand(SessionMemory memory, RefreshMatViewStmt node) {
  private static final Object[] NO_PARAMETERS = {};

  /** The privilege to maintain came later than materialized views. */
  private static final int FIRST_WITH_MAINTAIN = 17;

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    LockMode mode = node.concurrent() ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    RelationLookup lookup = new RelationLookup(memory);
    checkOwner(lookup.require(node.relation()));
    RelationEntry view =
        new TableLocks(memory).require(() -> lookup.require(node.relation()), mode);
    checkOwner(view);
    check(view);
    Role owner = owner(view);
    Query query = ViewQueries.definition(memory.catalog(), view).orElseThrow();
    List<Object[]> rows =
        node.skipData() ? List.of() : memory.settings().identity().acting(owner, () -> rows(query));
    if (node.concurrent()) {
      new RefreshedRows(memory, view).merge(rows);
    } else {
      replace(view, rows);
    }
    return in.done();
  }

  private void checkOwner(RelationEntry view) {
    if ("rmp".indexOf(view.kind()) < 0) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "\"" + view.name() + "\" is not a table or materialized view");
    }
    String word = RelationKind.of(view.kind()).map(RelationKind::word).orElse("relation");
    if (memory.changes().facts().major() >= FIRST_WITH_MAINTAIN) {
      new ObjectRights(memory)
          .check(
              new ObjectRights.Kind(Securable.TABLE, word),
              Integer.toUnsignedLong(view.oid()),
              'm');
    } else if (!new ObjectRights(memory).isOwner(Integer.toUnsignedLong(view.owner()))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "must be owner of " + word + " " + view.name());
    }
  }

  private void check(RelationEntry view) {
    if (view.kind() != 'm') {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "\"" + view.name() + "\" is not a materialized view");
    }
    if (node.concurrent() && !row(view).bool("relispopulated")) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "CONCURRENTLY cannot be used when the materialized view is not populated");
    }
    if (node.concurrent() && node.skipData()) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "CONCURRENTLY and WITH NO DATA options cannot be used together");
    }
    if (node.concurrent() && new RefreshedRows(memory, view).keys().isEmpty()) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "cannot refresh materialized view \""
                  + quoted(view.schema())
                  + "."
                  + quoted(view.name())
                  + "\" concurrently")
          .withHint(
              "Create a unique index with no WHERE clause on one or more columns of the"
                  + " materialized view.")
          .toException();
    }
  }

  private String quoted(String name) {
    return IdentifierList.quoted(name, memory.execution().facts());
  }

  private FactRow row(RelationEntry view) {
    return memory
        .changes()
        .current()
        .table("pg_class")
        .byOid(Integer.toUnsignedLong(view.oid()))
        .orElseThrow();
  }

  private Role owner(RelationEntry view) {
    long oid = Integer.toUnsignedLong(view.owner());
    Principal principal = new Principal(memory);
    return new Role(oid, principal.name(oid), principal.membership().isSuperuser(oid));
  }

  private List<Object[]> rows(Query query) {
    memory.takeSnapshot();
    Plan plan = Planner.plan(query, Optional.empty(), memory.relations(), memory.execution());
    plan.checkPermissions(memory.execution());
    RowSource source = Runs.of(plan, NO_PARAMETERS, memory).get();
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row = source.next(); row != RowSource.END; row = source.next()) {
      rows.add(row);
    }
    return rows;
  }

  /** {@code refresh_by_heap_swap}: the rows are in another file, for which indexes are made. */
  private void replace(RelationEntry view, List<Object[]> rows) {
    long oid = Integer.toUnsignedLong(view.oid());
    String populated = node.skipData() ? "f" : "t";
    long file = new FileRenewal(memory).renew(oid);
    if (!row(view).text("relispopulated").equals(populated)) {
      new CatalogRows(memory.changes()).change("pg_class", oid, "relispopulated", populated);
    }
    Heap heap = memory.storage().heap(file, Heap.Keeping.of(view.persistence()));
    RowVersion.Writing by = memory.storage().transaction().writing();
    for (Object[] row : rows) {
      Object[] stored = RowVersion.room(row.length);
      System.arraycopy(row, 0, stored, 0, row.length);
      heap.insert(stored, by);
    }
    RelationEntry now = memory.catalog().relation(view.oid()).orElseThrow();
    for (FactRow index :
        memory.changes().current().table("pg_index").where("indrelid", Long.toString(oid))) {
      if (!node.skipData() && index.bool("indisunique")) {
        new ExistingRows(memory).checkUnique(now, index.oid("indexrelid"));
      }
    }
  }
}
