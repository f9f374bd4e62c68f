package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.ColumnCollations;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE TABLE AS and SELECT INTO ({@code createas.c: ExecCreateTableAs}). */
record CreateTableAsCommand(SessionMemory memory, Commands commands) {
  private static final String TAG = "CREATE TABLE AS";
  private static final String VIEW_TAG = "CREATE MATERIALIZED VIEW";

  Completion run(CreateTableAsStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, node.selectInto() ? "SELECT INTO" : tag(node));
    return create(node, in);
  }

  /** The same where nobody minds a transaction that only reads. */
  Completion create(CreateTableAsStmt node, UtilityCommand.Invocation in) {
    IntoClause into = node.into();
    CreateTableCommand tables = new CreateTableCommand(memory);
    CreationSchema schema = CreationSchema.of(memory, into.rel());
    if (exists(node, schema)) {
      return Completion.of(tag(node));
    }
    Source source = source(node, in);
    if (isView(node)) {
      checkView(node, source);
    }
    Plan plan = source.query().plans().plan(source.parameters(), memory.execution());
    plan.checkPermissions(memory.execution());
    RelationEntry table = tables.createAs(node, schema, columns(source.query(), into, plan));
    if (isView(node)) {
      new ViewRule(memory, table).store(source.query().plans().query());
    }
    if (into.skipData()) {
      return empty(node, table);
    }
    RowSource rows = Runs.of(plan, source.parameters(), memory).get();
    return Completion.select(fill(table, rows));
  }

  private static boolean isView(CreateTableAsStmt node) {
    return node.objtype() == ObjectType.MATVIEW;
  }

  private static String tag(CreateTableAsStmt node) {
    return isView(node) ? VIEW_TAG : TAG;
  }

  private Completion empty(CreateTableAsStmt node, RelationEntry table) {
    if (isView(node)) {
      new CatalogRows(memory.changes())
          .change("pg_class", Integer.toUnsignedLong(table.oid()), "relispopulated", "f");
    }
    return node.query() instanceof ExecuteStmt ? Completion.select(0) : Completion.of(tag(node));
  }

  /** {@code analyze.c: transformCreateTableAsStmt}. */
  private static void checkView(CreateTableAsStmt node, Source source) {
    Query query = source.query().plans().query();
    boolean writes = query.with().stream().anyMatch(one -> one.query().modification().isPresent());
    boolean temporary =
        query.rangeTable().stream()
            .anyMatch(
                entry ->
                    entry instanceof RangeEntry.Relation relation
                        && relation.relation().persistence() == 't');
    if (writes) {
      throw unfit("materialized views must not use data-modifying statements in WITH");
    }
    if (temporary) {
      throw unfit("materialized views must not use temporary tables or views");
    }
    if (source.parameters().length > 0) {
      throw unfit("materialized views may not be defined using bound parameters");
    }
    if (node.into().rel().relpersistence() == RelPersistence.UNLOGGED) {
      throw unfit("materialized views cannot be unlogged");
    }
  }

  private static ReportedError unfit(String message) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, message);
  }

  /** The query, with its parameters' values. */
  private record Source(PlannableQuery query, Object[] parameters) {}

  private Source source(CreateTableAsStmt node, UtilityCommand.Invocation in) {
    if (!(node.query() instanceof ExecuteStmt execute)) {
      return new Source(in.plannable().orElseThrow(), in.parameters());
    }
    PreparedStatement prepared = memory.prepared().get(execute.name());
    Object[] parameters = new ExecuteParameters(memory).values(execute, prepared);
    PlannableQuery query = prepared.plannable().orElseThrow();
    commands.revalidate(prepared);
    if (!query.plans().query().modification().isEmpty()) {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "prepared statement is not a SELECT");
    }
    return new Source(query, parameters);
  }

  /** {@code CreateTableAsRelExists}. */
  boolean exists(CreateTableAsStmt node, CreationSchema schema) {
    String name = node.into().rel().relname();
    if (!new ObjectNames(memory.changes().current(), schema.oid()).hasRelation(name)) {
      return false;
    }
    String message = "relation \"" + name + "\" already exists";
    if (!node.ifNotExists()) {
      throw new ReportedError(SqlState.DUPLICATE_TABLE, message);
    }
    memory.notice(ErrorReport.notice(SqlState.DUPLICATE_TABLE, message + ", skipping"));
    return true;
  }

  /** {@code intorel_startup}. */
  private List<ColumnDraft> columns(PlannableQuery query, IntoClause into, Plan plan) {
    List<TargetEntry> targets =
        query.plans().query().shownTargets().stream().filter(target -> !target.junk()).toList();
    if (into.colNames().size() > targets.size()) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, "too many column names were specified");
    }
    List<ColumnDraft> columns = new ArrayList<>();
    for (TargetEntry target : targets) {
      int index = columns.size();
      String name = index < into.colNames().size() ? into.colNames().get(index) : target.name();
      Expression value = target.expression();
      columns.add(
          new ColumnDraft(
              name,
              value.type(),
              into.skipData() ? value.typmod() : plan.typmods()[index],
              collation(name, value),
              memory.catalog().type(value.type()).isTrueArray() ? 1 : 0,
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              TableDraft.Origin.HERE));
    }
    return columns;
  }

  /** {@code createas.c: create_ctas_nodata}. */
  private int collation(String column, Expression value) {
    int collation = ColumnCollations.derived(memory.analysis(memory.execution()), value);
    if (collation == 0 && memory.catalog().type(value.type()).collation() != 0) {
      throw ErrorReport.error(
              SqlState.INDETERMINATE_COLLATION,
              "no collation was derived for column \""
                  + column
                  + "\" with collatable type "
                  + TypeName.format(value.type()))
          .withHint("Use the COLLATE clause to set the collation explicitly.")
          .toException();
    }
    return collation;
  }

  private long fill(RelationEntry table, RowSource rows) {
    RowsInto into = new RowsInto(memory, table);
    long count = 0;
    for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
      into.write(row);
      count++;
    }
    into.end();
    return count;
  }
}
