package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.tree.InsertStmt;
import java.util.List;
import java.util.Optional;

/** How a planned query is run by a portal ({@code pquery.c: ChoosePortalStrategy}). */
final class QueryPortals {
  private final SessionMemory memory;

  QueryPortals(SessionMemory memory) {
    this.memory = memory;
  }

  /**
   * What the portal is made of.
   *
   * @param columns empty where the query gives no rows
   */
  PortalDefinition define(
      Commands.SourceOf source,
      Optional<List<OutputColumn>> columns,
      Plan plan,
      Object[] parameters) {
    return new PortalDefinition(
        source.text(),
        source.tag(),
        Optional.of(source.statement()),
        columns,
        plan.writes() ? writing(source, columns, plan, parameters) : reading(plan, parameters),
        isLight(plan));
  }

  /** What may have to be begun anew must not be in the log already. */
  boolean isLight(Plan plan) {
    return plan.isLight()
        && (!plan.writes() || memory.settings().text("log_statement").equals("none"));
  }

  private PortalWork reading(Plan plan, Object[] parameters) {
    plan.rowLock().ifPresent(command -> ReadOnly.prevent(memory, command));
    plan.checkPermissions(memory.execution());
    return new PortalWork.Select(Runs.of(plan, parameters, memory));
  }

  /** Run whole, even if only the first of its rows are asked for; who may is asked then. */
  private PortalWork writing(
      Commands.SourceOf source,
      Optional<List<OutputColumn>> columns,
      Plan plan,
      Object[] parameters) {
    PortalWork.UtilityCall call =
        receiver -> {
          if (plan.writesPermanently()) {
            ReadOnly.prevent(memory, source.tag());
          }
          memory.takeSnapshot();
          plan.checkPermissions(memory.execution());
          long rows = run(Runs.of(plan, parameters, memory).get(), columns, receiver);
          return new Completion(tag(source), rows);
        };
    return columns.isPresent() ? new PortalWork.UtilityRows(call) : new PortalWork.Command(call);
  }

  private static long run(
      RowSource source, Optional<List<OutputColumn>> columns, RowReceiver receiver) {
    columns.ifPresent(receiver::start);
    long count = 0;
    for (Object[] row = source.next(); row != RowSource.END; row = source.next()) {
      count++;
      if (columns.isPresent()) {
        receiver.row(row);
      }
    }
    return count;
  }

  /** INSERT's tag has the OID that a row once had. */
  private static String tag(Commands.SourceOf source) {
    return source.statement() instanceof InsertStmt ? "INSERT 0" : source.tag();
  }
}
