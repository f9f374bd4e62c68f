package io.pgdouble.engine.tree;

/**
 * A statement that runs without a plan of its own: sessions, transactions, cursors, COPY, and the
 * like.
 */
public sealed interface UtilityStatement extends Statement
    permits CallStmt,
        CheckPointStmt,
        ClosePortalStmt,
        ConstraintsSetStmt,
        CopyStmt,
        CreateTableAsStmt,
        DeallocateStmt,
        DeclareCursorStmt,
        DiscardStmt,
        DoStmt,
        ExecuteStmt,
        ExplainStmt,
        FetchStmt,
        ListenStmt,
        LoadStmt,
        LockStmt,
        NotifyStmt,
        PrepareStmt,
        TransactionStmt,
        TruncateStmt,
        UnlistenStmt,
        VacuumStmt,
        VariableSetStmt,
        VariableShowStmt {}
