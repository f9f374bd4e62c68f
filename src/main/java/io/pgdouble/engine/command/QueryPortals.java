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
import java.util.stream.IntStream;

/** How a planned query is run by a portal ({@code pquery.c: ChoosePortalStrategy}). */
final class QueryPortals {
  private final SessionMemory memory;

  QueryPortals(SessionMemory memory) {
    this.memory = memory;
  }

  /**
   * What the portal is made of.
   *
   * @param analysed its columns; empty where the query gives no rows
   */
  PortalDefinition define(
      Commands.SourceOf source,
      Optional<List<OutputColumn>> analysed,
      Plan plan,
      Object[] parameters) {
    Optional<List<OutputColumn>> columns = planned(analysed, plan.typmods());
    return new PortalDefinition(
        source.text(),
        source.tag(),
        Optional.of(source.statement()),
        columns,
        plan.writes() ? writing(source, columns, plan, parameters) : reading(plan, parameters),
        isLight(plan));
  }

  /** {@code ExecTypeFromTL}: modifiers are those of what the planner made of the columns. */
  private static Optional<List<OutputColumn>> planned(
      Optional<List<OutputColumn>> analysed, int[] typmods) {
    return analysed.isEmpty() || areSame(analysed.get(), typmods)
        ? analysed
        : Optional.of(withTypmods(analysed.get(), typmods));
  }

  private static boolean areSame(List<OutputColumn> columns, int[] typmods) {
    for (int i = 0; i < typmods.length; i++) {
      if (columns.get(i) != withTypmod(columns.get(i), typmods[i])) {
        return false;
      }
    }
    return true;
  }

  /** A domain's is not the expression's. */
  private static OutputColumn withTypmod(OutputColumn column, int typmod) {
    boolean same = column.typmod() == typmod || column.declared() != column.type();
    return same ? column : column.withTypmod(typmod);
  }

  private static List<OutputColumn> withTypmods(List<OutputColumn> columns, int[] typmods) {
    return IntStream.range(0, typmods.length)
        .mapToObj(i -> withTypmod(columns.get(i), typmods[i]))
        .toList();
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
