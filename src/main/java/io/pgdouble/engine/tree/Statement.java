package io.pgdouble.engine.tree;

/** A parsed statement (gram.y: stmt). */
public sealed interface Statement extends Node
    permits OptimizableStatement, UtilityStatement, DefinitionStatement {

  /** Calls the method of the handler that belongs to this statement. */
  <R> R accept(Handler<R> handler);

  /** One method for each kind, none with a default; definitions have a handler of their own. */
  interface Handler<R> {
    R callStmt(CallStmt node);

    R checkPointStmt(CheckPointStmt node);

    R closePortalStmt(ClosePortalStmt node);

    R constraintsSetStmt(ConstraintsSetStmt node);

    R copyStmt(CopyStmt node);

    R createTableAsStmt(CreateTableAsStmt node);

    R deallocateStmt(DeallocateStmt node);

    R declareCursorStmt(DeclareCursorStmt node);

    R deleteStmt(DeleteStmt node);

    R discardStmt(DiscardStmt node);

    R doStmt(DoStmt node);

    R executeStmt(ExecuteStmt node);

    R explainStmt(ExplainStmt node);

    R fetchStmt(FetchStmt node);

    R insertStmt(InsertStmt node);

    R listenStmt(ListenStmt node);

    R loadStmt(LoadStmt node);

    R lockStmt(LockStmt node);

    R mergeStmt(MergeStmt node);

    R notifyStmt(NotifyStmt node);

    R prepareStmt(PrepareStmt node);

    R selectStmt(SelectStmt node);

    R transactionStmt(TransactionStmt node);

    R truncateStmt(TruncateStmt node);

    R unlistenStmt(UnlistenStmt node);

    R updateStmt(UpdateStmt node);

    R vacuumStmt(VacuumStmt node);

    R variableSetStmt(VariableSetStmt node);

    R variableShowStmt(VariableShowStmt node);

    R definition(DefinitionStatement node);
  }
}
