package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.PlanNode;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.RefreshMatViewStmt;
import io.pgdouble.engine.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * EXPLAIN ({@code explain.c}): PostgreSQL's options, errors, effects and columns, and the double's
 * own plan, which says so. There is no other: what PostgreSQL would have planned follows from
 * statistics and costs. Since a frontend may take it for PostgreSQL's, it is to be asked for.
 */
record ExplainCommand(SessionMemory memory, Commands commands) {
  /** The setting that asks for it. */
  static final String SETTING = "pgdouble.explain";

  private static final Set<String> ON = Set.of("on", "true", "yes", "1");
  private static final String COLUMN = "QUERY PLAN";

  static boolean isWanted(SessionMemory memory) {
    return memory.settings().find(SETTING).filter(ON::contains).isPresent();
  }

  /** {@code ExplainResultDesc}. */
  static List<OutputColumn> columns(ExplainStmt node) {
    int type = ExplainOptions.of(node).formatOfResult().type();
    return List.of(new OutputColumn(COLUMN, type, -1, -1, 0, 0, type));
  }

  Completion run(ExplainStmt node, UtilityCommand.Invocation in) {
    ExplainOptions options = ExplainOptions.of(node);
    options.check(memory.changes().facts().major());
    List<String> lines = lines(node.query(), options, in);
    in.receiver().start(columns(node));
    lines.forEach(line -> in.receiver().row(new Object[] {line}));
    return in.done();
  }

  private List<String> lines(
      Statement statement, ExplainOptions options, UtilityCommand.Invocation in) {
    ExplainOptions.Format format = options.formatOfResult();
    if (statement instanceof RefreshMatViewStmt) {
      return format == ExplainOptions.Format.TEXT
          ? List.of("Utility statements have no plan structure")
          : ExplainedText.ofLabel("Utility Statement", format);
    }
    if (statement instanceof CreateTableAsStmt table && exists(table)) {
      return ExplainedText.ofLabel("CREATE TABLE AS", format);
    }
    Source source = source(statement, in);
    Plan plan = plan(source, options);
    plan.checkPermissions(memory.execution());
    OptionalLong rows =
        options.analyzes() ? OptionalLong.of(run(statement, source, in)) : OptionalLong.empty();
    return new ExplainedText(PlanNode.of(plan), rows).lines(format);
  }

  private boolean exists(CreateTableAsStmt table) {
    CreationSchema schema = CreationSchema.of(memory, table.into().rel());
    return new CreateTableAsCommand(memory, commands).exists(table, schema);
  }

  /** The query, with its parameters' values, and the command that it is. */
  private record Source(PlannableQuery query, Object[] parameters, String tag) {}

  private Source source(Statement statement, UtilityCommand.Invocation in) {
    Statement inner = statement instanceof CreateTableAsStmt table ? table.query() : statement;
    if (!(inner instanceof ExecuteStmt execute)) {
      return new Source(in.plannable().orElseThrow(), in.parameters(), CommandTags.of(inner));
    }
    PreparedStatement prepared = memory.prepared().get(execute.name());
    Object[] parameters = new ExecuteParameters(memory).values(execute, prepared);
    commands.revalidate(prepared);
    return new Source(prepared.plannable().orElseThrow(), parameters, prepared.tag());
  }

  private Plan plan(Source source, ExplainOptions options) {
    return options.isGeneric(memory.changes().facts().major())
        ? Planner.plan(
            source.query().plans().query(),
            Optional.empty(),
            memory.relations(),
            memory.execution())
        : source.query().plans().plan(source.parameters(), memory.execution());
  }

  /** What is analyzed is run, and what it changes is changed; nobody is told its rows. */
  private long run(Statement statement, Source source, UtilityCommand.Invocation in) {
    if (statement instanceof CreateTableAsStmt table) {
      return Math.max(0, new CreateTableAsCommand(memory, commands).create(table, in).rows());
    }
    Plan plan = source.query().plans().plan(source.parameters(), memory.execution());
    plan.rowLock().ifPresent(command -> ReadOnly.prevent(memory, command));
    if (plan.writesPermanently()) {
      ReadOnly.prevent(memory, source.tag());
    }
    memory.takeSnapshot();
    RowSource rows = Runs.of(plan, source.parameters(), memory).get();
    long count = 0;
    while (rows.next() != RowSource.END) {
      count++;
    }
    return count;
  }
}
