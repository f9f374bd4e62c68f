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
import io.pgdouble.engine.tree.ObjectType;
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

/** What a command is called ({@code utility.c: CreateCommandTag}). A table. */
final class CommandTags implements Statement.Handler<String> {
  private static final CommandTags INSTANCE = new CommandTags();

  /** No frontend sees it: such a statement is refused. */
  private static final String UNKNOWN = "DEFINITION";

  private CommandTags() {}

  static String of(Statement statement) {
    return statement.accept(INSTANCE);
  }

  @Override
  public String callStmt(CallStmt node) {
    return "CALL";
  }

  @Override
  public String checkPointStmt(CheckPointStmt node) {
    return "CHECKPOINT";
  }

  @Override
  public String closePortalStmt(ClosePortalStmt node) {
    return node.portalname().isPresent() ? "CLOSE CURSOR" : "CLOSE CURSOR ALL";
  }

  @Override
  public String constraintsSetStmt(ConstraintsSetStmt node) {
    return "SET CONSTRAINTS";
  }

  @Override
  public String copyStmt(CopyStmt node) {
    return "COPY";
  }

  @Override
  public String createTableAsStmt(CreateTableAsStmt node) {
    return node.objtype() == ObjectType.MATVIEW ? "CREATE MATERIALIZED VIEW" : "CREATE TABLE AS";
  }

  @Override
  public String deallocateStmt(DeallocateStmt node) {
    return node.name().isPresent() ? "DEALLOCATE" : "DEALLOCATE ALL";
  }

  @Override
  public String declareCursorStmt(DeclareCursorStmt node) {
    return "DECLARE CURSOR";
  }

  @Override
  public String deleteStmt(DeleteStmt node) {
    return "DELETE";
  }

  @Override
  public String discardStmt(DiscardStmt node) {
    return "DISCARD " + node.target().name();
  }

  @Override
  public String doStmt(DoStmt node) {
    return "DO";
  }

  @Override
  public String executeStmt(ExecuteStmt node) {
    return "EXECUTE";
  }

  @Override
  public String explainStmt(ExplainStmt node) {
    return "EXPLAIN";
  }

  @Override
  public String fetchStmt(FetchStmt node) {
    return node.move() ? "MOVE" : "FETCH";
  }

  @Override
  public String insertStmt(InsertStmt node) {
    return "INSERT";
  }

  @Override
  public String listenStmt(ListenStmt node) {
    return "LISTEN";
  }

  @Override
  public String loadStmt(LoadStmt node) {
    return "LOAD";
  }

  @Override
  public String lockStmt(LockStmt node) {
    return "LOCK TABLE";
  }

  @Override
  public String mergeStmt(MergeStmt node) {
    return "MERGE";
  }

  @Override
  public String notifyStmt(NotifyStmt node) {
    return "NOTIFY";
  }

  @Override
  public String prepareStmt(PrepareStmt node) {
    return "PREPARE";
  }

  @Override
  public String selectStmt(SelectStmt node) {
    return "SELECT";
  }

  @Override
  public String transactionStmt(TransactionStmt node) {
    return switch (node.kind()) {
      case BEGIN -> "BEGIN";
      case START -> "START TRANSACTION";
      case COMMIT -> "COMMIT";
      case ROLLBACK, ROLLBACK_TO -> "ROLLBACK";
      case SAVEPOINT -> "SAVEPOINT";
      case RELEASE -> "RELEASE";
      case PREPARE -> "PREPARE TRANSACTION";
      case COMMIT_PREPARED -> "COMMIT PREPARED";
      case ROLLBACK_PREPARED -> "ROLLBACK PREPARED";
    };
  }

  @Override
  public String truncateStmt(TruncateStmt node) {
    return "TRUNCATE TABLE";
  }

  @Override
  public String unlistenStmt(UnlistenStmt node) {
    return "UNLISTEN";
  }

  @Override
  public String updateStmt(UpdateStmt node) {
    return "UPDATE";
  }

  @Override
  public String vacuumStmt(VacuumStmt node) {
    return node.vacuum() ? "VACUUM" : "ANALYZE";
  }

  @Override
  public String variableSetStmt(VariableSetStmt node) {
    return switch (node.kind()) {
      case SET_VALUE, SET_CURRENT, SET_DEFAULT, SET_MULTI -> "SET";
      case RESET, RESET_ALL -> "RESET";
    };
  }

  @Override
  public String variableShowStmt(VariableShowStmt node) {
    return "SHOW";
  }

  @Override
  public String definition(DefinitionStatement node) {
    return DefinitionTags.of(node).orElse(UNKNOWN);
  }
}
