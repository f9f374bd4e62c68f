package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** CREATE TABLE AS and SELECT INTO ({@code createas.c: ExecCreateTableAs}). */
record CreateTableAsCommand(SessionMemory memory, Commands commands) {
  private static final String TAG = "CREATE TABLE AS";

  Completion run(CreateTableAsStmt node, UtilityCommand.Invocation in) {
    if (node.objtype() != ObjectType.TABLE) {
      throw ErrorReport.notSimulated("materialized views").toException();
    }
    ReadOnly.prevent(memory, node.selectInto() ? "SELECT INTO" : TAG);
    return create(node, in);
  }

  /** The same where nobody minds a transaction that only reads. */
  Completion create(CreateTableAsStmt node, UtilityCommand.Invocation in) {
    IntoClause into = node.into();
    CreateTableCommand tables = new CreateTableCommand(memory);
    CreationSchema schema = CreationSchema.of(memory, into.rel());
    if (exists(node, schema)) {
      return Completion.of(TAG);
    }
    Source source = source(node, in);
    Plan plan = source.query().plans().plan(source.parameters(), memory.execution());
    plan.checkPermissions(memory.execution());
    RelationEntry table = tables.createAs(into, schema, columns(source.query(), into, plan));
    if (into.skipData()) {
      return node.query() instanceof ExecuteStmt ? Completion.select(0) : Completion.of(TAG);
    }
    return fill(into, table, source, plan);
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
              collation(value),
              memory.catalog().type(value.type()).isTrueArray() ? 1 : 0,
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              TableDraft.Origin.HERE));
    }
    return columns;
  }

  private int collation(Expression value) {
    if (value instanceof Expression.Var column) {
      return column.collation();
    }
    return value instanceof Expression.CollateExpr collate
        ? collate.collation()
        : memory.catalog().type(value.type()).collation();
  }

  private Completion fill(IntoClause into, RelationEntry table, Source source, Plan reading) {
    AnalysisContext context = memory.analysis(memory.execution());
    CopyTable target = new CopyTable(into.rel(), table, table.attributes());
    Plan writing =
        Planner.plan(
            target.writing(context), Optional.empty(), memory.relations(), memory.execution());
    Deque<Object[]> incoming = IncomingRows.none();
    RowSource written = Runs.of(writing, new Object[] {incoming}, memory).get();
    RowSource rows = Runs.of(reading, source.parameters(), memory).get();
    long count = 0;
    for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
      incoming.add(row);
      written.next();
      count++;
    }
    written.next();
    return Completion.select(count);
  }
}
