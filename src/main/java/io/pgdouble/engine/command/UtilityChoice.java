package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.CallStmt;
import io.pgdouble.engine.tree.CheckPointStmt;
import io.pgdouble.engine.tree.ClosePortalStmt;
import io.pgdouble.engine.tree.ConstraintsSetStmt;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.DeallocateStmt;
import io.pgdouble.engine.tree.DeclareCursorStmt;
import io.pgdouble.engine.tree.DefinitionStatement;
import io.pgdouble.engine.tree.DeleteStmt;
import io.pgdouble.engine.tree.DiscardStmt;
import io.pgdouble.engine.tree.DoStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.FetchStmt;
import io.pgdouble.engine.tree.InsertStmt;
import io.pgdouble.engine.tree.ListenStmt;
import io.pgdouble.engine.tree.LoadStmt;
import io.pgdouble.engine.tree.LockStmt;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.NotifyStmt;
import io.pgdouble.engine.tree.PrepareStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.engine.tree.TruncateStmt;
import io.pgdouble.engine.tree.UnlistenStmt;
import io.pgdouble.engine.tree.UpdateStmt;
import io.pgdouble.engine.tree.VacuumStmt;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.engine.tree.VariableShowStmt;
import java.util.Optional;

/** Which utility statement is run by what; empty where a statement is not simulated. A table. */
final class UtilityChoice implements Statement.Handler<Optional<UtilityCommand>> {
  private final SessionMemory memory;
  private final Commands commands;
  private final TransactionCommands transactions;
  private final SetCommands sets;
  private final CursorCommands cursors;
  private final DoCommand blocks;
  private final CallCommand procedures;
  private final PrepareCommands prepares;
  private final DiscardCommands discards;
  private final ConstraintCommands constraints;
  private final CheckPointCommand checkPoints;
  private final NotificationCommands notifications;
  private final DefinitionChoice definitions;

  UtilityChoice(SessionMemory memory, Commands commands) {
    this.memory = memory;
    this.commands = commands;
    this.transactions = new TransactionCommands(memory);
    this.sets = new SetCommands(memory);
    this.cursors = new CursorCommands(memory);
    this.blocks = new DoCommand(commands.spi());
    this.procedures = new CallCommand(memory, commands.spi());
    this.prepares = new PrepareCommands(memory, commands);
    this.discards = new DiscardCommands(memory);
    this.constraints = new ConstraintCommands(memory);
    this.checkPoints = new CheckPointCommand(memory);
    this.notifications = new NotificationCommands(memory);
    this.definitions = new DefinitionChoice(memory, sets, commands.spi());
  }

  @Override
  public Optional<UtilityCommand> callStmt(CallStmt node) {
    return Optional.of(procedures::run);
  }

  @Override
  public Optional<UtilityCommand> checkPointStmt(CheckPointStmt node) {
    return Optional.of(checkPoints::request);
  }

  @Override
  public Optional<UtilityCommand> closePortalStmt(ClosePortalStmt node) {
    return Optional.of(in -> cursors.close(node, in));
  }

  @Override
  public Optional<UtilityCommand> constraintsSetStmt(ConstraintsSetStmt node) {
    return Optional.of(in -> constraints.set(node, in));
  }

  @Override
  public Optional<UtilityCommand> copyStmt(CopyStmt node) {
    return Optional.of(in -> new CopyCommand(memory).run(node, in.receiver()));
  }

  @Override
  public Optional<UtilityCommand> createTableAsStmt(CreateTableAsStmt node) {
    return Optional.of(in -> new CreateTableAsCommand(memory, commands).run(node, in));
  }

  @Override
  public Optional<UtilityCommand> deallocateStmt(DeallocateStmt node) {
    return Optional.of(in -> prepares.deallocate(node, in));
  }

  @Override
  public Optional<UtilityCommand> declareCursorStmt(DeclareCursorStmt node) {
    return Optional.of(in -> cursors.declare(node, in));
  }

  @Override
  public Optional<UtilityCommand> deleteStmt(DeleteStmt node) {
    return Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> discardStmt(DiscardStmt node) {
    return Optional.of(in -> discards.discard(node, in));
  }

  @Override
  public Optional<UtilityCommand> doStmt(DoStmt node) {
    return Optional.of(in -> blocks.run(node, in));
  }

  @Override
  public Optional<UtilityCommand> executeStmt(ExecuteStmt node) {
    return Optional.of(in -> prepares.execute(node, in));
  }

  @Override
  public Optional<UtilityCommand> explainStmt(ExplainStmt node) {
    return ExplainCommand.isWanted(memory)
        ? Optional.of(in -> new ExplainCommand(memory, commands).run(node, in))
        : Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> fetchStmt(FetchStmt node) {
    return Optional.of(in -> cursors.fetch(node, in));
  }

  @Override
  public Optional<UtilityCommand> insertStmt(InsertStmt node) {
    return Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> listenStmt(ListenStmt node) {
    return Optional.of(in -> notifications.listen(node, in));
  }

  @Override
  public Optional<UtilityCommand> loadStmt(LoadStmt node) {
    return Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> lockStmt(LockStmt node) {
    return Optional.of(in -> new LockCommand(memory, node).run(node, in));
  }

  @Override
  public Optional<UtilityCommand> mergeStmt(MergeStmt node) {
    return Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> notifyStmt(NotifyStmt node) {
    return Optional.of(in -> notifications.notify(node, in));
  }

  @Override
  public Optional<UtilityCommand> prepareStmt(PrepareStmt node) {
    return Optional.of(in -> prepares.prepare(node, in));
  }

  @Override
  public Optional<UtilityCommand> selectStmt(SelectStmt node) {
    return Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> transactionStmt(TransactionStmt node) {
    return Optional.of(in -> transactions.run(node, in));
  }

  @Override
  public Optional<UtilityCommand> truncateStmt(TruncateStmt node) {
    return Optional.of(in -> new TruncateCommand(memory).run(node, in));
  }

  @Override
  public Optional<UtilityCommand> unlistenStmt(UnlistenStmt node) {
    return Optional.of(in -> notifications.unlisten(node, in));
  }

  @Override
  public Optional<UtilityCommand> updateStmt(UpdateStmt node) {
    return Optional.empty();
  }

  @Override
  public Optional<UtilityCommand> vacuumStmt(VacuumStmt node) {
    return Optional.of(in -> new VacuumCommand(memory).run(node, in));
  }

  @Override
  public Optional<UtilityCommand> variableSetStmt(VariableSetStmt node) {
    return Optional.of(in -> sets.run(node, in));
  }

  @Override
  public Optional<UtilityCommand> variableShowStmt(VariableShowStmt node) {
    return Optional.of(in -> ShowCommands.run(node, memory.settings(), in));
  }

  @Override
  public Optional<UtilityCommand> definition(DefinitionStatement node) {
    return definitions.choose(node);
  }
}
