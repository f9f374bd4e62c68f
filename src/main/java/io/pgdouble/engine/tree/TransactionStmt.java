package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/**
 * Every transaction command. The options are {@code transaction_isolation}, {@code
 * transaction_read_only} and {@code transaction_deferrable}.
 */
public record TransactionStmt(
    TransactionStmtKind kind,
    List<DefElem> options,
    Optional<String> savepointName,
    Optional<String> gid,
    boolean chain)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.transactionStmt(this);
  }
}
