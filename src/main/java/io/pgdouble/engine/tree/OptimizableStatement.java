package io.pgdouble.engine.tree;

/** A statement that the planner sees in PostgreSQL: it has a rewritten query and a plan. */
public sealed interface OptimizableStatement extends Statement
    permits DeleteStmt, InsertStmt, MergeStmt, SelectStmt, UpdateStmt {}
