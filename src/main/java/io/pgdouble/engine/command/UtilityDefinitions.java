package io.pgdouble.engine.command;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.AlterSystemStmt;
import io.pgdouble.engine.tree.CallStmt;
import io.pgdouble.engine.tree.CheckPointStmt;
import io.pgdouble.engine.tree.ConstraintsSetStmt;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.CreateDbStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.DefinitionStatement;
import io.pgdouble.engine.tree.DoStmt;
import io.pgdouble.engine.tree.DropDbStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.FetchStmt;
import io.pgdouble.engine.tree.ListenStmt;
import io.pgdouble.engine.tree.LockStmt;
import io.pgdouble.engine.tree.NotifyStmt;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.engine.tree.TruncateStmt;
import io.pgdouble.engine.tree.UnlistenStmt;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.engine.tree.VariableShowStmt;
import java.util.List;
import java.util.Optional;

/** What portals make of utility statements ({@code utility.c}). */
final class UtilityDefinitions {
  private final SessionMemory memory;
  private final UtilityChoice choice;

  UtilityDefinitions(SessionMemory memory, Commands commands) {
    this.memory = memory;
    this.choice = new UtilityChoice(memory, commands);
  }

  void refuseUnlessSimulated(Statement statement) {
    if (statement.accept(choice).isEmpty()) {
      throw Refusal.of(statement);
    }
  }

  /** {@code UtilityReturnsTuples}, {@code UtilityTupleDescriptor}. */
  Optional<List<OutputColumn>> columns(Statement statement, Optional<PlannableQuery> plannable) {
    if (statement instanceof CallStmt) {
      return plannable.map(PlannableQuery::columns).filter(columns -> !columns.isEmpty());
    }
    if (statement instanceof VariableShowStmt show) {
      return Optional.of(ShowCommands.columns(show, memory.settings()));
    }
    if (statement instanceof ExplainStmt explain) {
      return Optional.of(ExplainCommand.columns(explain));
    }
    if (statement instanceof ExecuteStmt execute) {
      return memory.prepared().find(execute.name()).flatMap(PreparedStatement::columns);
    }
    if (statement instanceof FetchStmt fetch && !fetch.move()) {
      return memory.portals().find(fetch.portalname()).flatMap(Portal::columns);
    }
    return Optional.empty();
  }

  PortalDefinition define(
      Commands.SourceOf source, Optional<PlannableQuery> plannable, Object[] parameters) {
    UtilityCommand command =
        source.statement().accept(choice).orElseThrow(() -> Refusal.of(source.statement()));
    Optional<List<OutputColumn>> columns = columns(source.statement(), plannable);
    PortalWork.UtilityCall call =
        receiver -> {
          if (needsSnapshot(source.statement())) {
            memory.takeSnapshot();
          }
          return command.run(
              new UtilityCommand.Invocation(source, plannable, parameters, receiver));
        };
    PortalWork work =
        columns.isPresent() ? new PortalWork.UtilityRows(call) : new PortalWork.Command(call);
    if (source.statement() instanceof CopyStmt copy && CopyCommand.isFromFrontend(copy)) {
      work = copyIn(copy);
    }
    return new PortalDefinition(
        source.text(),
        source.tag(),
        Optional.of(source.statement()),
        columns,
        work,
        isLight(source.statement()));
  }

  private PortalWork copyIn(CopyStmt node) {
    return new PortalWork.CopyIn(
        decoder -> {
          memory.takeSnapshot();
          return new CopyFrom(memory).begin(node, decoder);
        });
  }

  /** {@code PlannedStmtRequiresSnapshot}. */
  private static boolean needsSnapshot(Statement statement) {
    return !(statement instanceof TransactionStmt
        || statement instanceof VariableSetStmt
        || statement instanceof VariableShowStmt
        || statement instanceof ConstraintsSetStmt
        || statement instanceof FetchStmt
        || statement instanceof ListenStmt
        || statement instanceof NotifyStmt
        || statement instanceof UnlistenStmt
        || statement instanceof LockStmt
        || statement instanceof CheckPointStmt);
  }

  /** Whether it may wait until nobody works in a database. */
  private static boolean waitsForDatabase(Statement statement) {
    return statement instanceof CreateDbStmt
        || statement instanceof DropDbStmt
        || statement instanceof RenameStmt;
  }

  /** Whether running it takes constant time: not where it runs a query or writes a file. */
  boolean isLight(Statement statement) {
    if (statement instanceof ExecuteStmt
        || statement instanceof ExplainStmt
        || statement instanceof CopyStmt
        || statement instanceof CreateTableAsStmt
        || statement instanceof DoStmt
        || statement instanceof CallStmt
        || statement instanceof LockStmt
        || statement instanceof TruncateStmt
        || statement instanceof DefinitionStatement
        || statement instanceof AlterSystemStmt
        || waitsForDatabase(statement)) {
      return false;
    }
    boolean checks =
        statement instanceof TransactionStmt || statement instanceof ConstraintsSetStmt;
    if (checks && !memory.storage().checks().isEmpty()) {
      return false;
    }
    if (statement instanceof FetchStmt fetch) {
      return memory
          .portals()
          .find(fetch.portalname())
          .map(portal -> portal.definition().light())
          .orElse(true);
    }
    return !(statement instanceof TransactionStmt) || memory.portals().noneIsHoldable();
  }
}
