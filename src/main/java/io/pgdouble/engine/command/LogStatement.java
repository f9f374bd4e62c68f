package io.pgdouble.engine.command;

import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.prepared.PreparedStatements;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.DefinitionStatement;
import io.pgdouble.engine.tree.DeleteStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.InsertStmt;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.PrepareStmt;
import io.pgdouble.engine.tree.ReindexStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TruncateStmt;
import io.pgdouble.engine.tree.UpdateStmt;
import java.util.Optional;

/**
 * Which statements {@code log_statement} has logged, each including those before it. Source: {@code
 * utility.c: GetCommandLogLevel}.
 */
public enum LogStatement {
  NONE,
  DDL,
  MOD,
  ALL;

  /**
   * The least setting with which a statement is logged.
   *
   * @param prepared what an EXECUTE may name
   */
  public static LogStatement of(Statement statement, PreparedStatements prepared) {
    if (statement instanceof PrepareStmt prepare) {
      return of(prepare.query(), prepared);
    }
    if (statement instanceof ExplainStmt explain) {
      return analyzes(explain) ? of(explain.query(), prepared) : ALL;
    }
    if (statement instanceof ExecuteStmt execute) {
      Optional<PreparedStatement> named = prepared.find(execute.name());
      return named.flatMap(PreparedStatement::statement).map(s -> of(s, prepared)).orElse(ALL);
    }
    if (modifies(statement)) {
      return MOD;
    }
    return defines(statement) ? DDL : ALL;
  }

  private static boolean analyzes(ExplainStmt explain) {
    return explain.options().stream()
        .anyMatch(option -> option.name().equals("analyze") && option.arg().isEmpty());
  }

  private static boolean modifies(Statement statement) {
    return statement instanceof InsertStmt
        || statement instanceof UpdateStmt
        || statement instanceof DeleteStmt
        || statement instanceof MergeStmt
        || statement instanceof TruncateStmt
        || statement instanceof CopyStmt copy && copy.isFrom();
  }

  private static boolean defines(Statement statement) {
    return statement instanceof CreateTableAsStmt
        || statement instanceof SelectStmt select && select.intoClause().isPresent()
        || statement instanceof DefinitionStatement && !(statement instanceof ReindexStmt);
  }

  /** Whether a statement that asks for at least this is logged where that is set. */
  public boolean isReachedBy(LogStatement setting) {
    return compareTo(setting) <= 0;
  }
}
