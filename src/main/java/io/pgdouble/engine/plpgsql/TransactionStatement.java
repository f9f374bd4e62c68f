package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.transaction.Chaining;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** COMMIT and ROLLBACK ({@code exec_stmt_commit, exec_stmt_rollback}). */
final class TransactionStatement extends PlStatement {
  private final End end;
  private final Chaining chaining;

  TransactionStatement(int line, End end, Chaining chaining) {
    super(line);
    this.end = end;
    this.chaining = chaining;
  }

  /** How the transaction ends. */
  enum End {
    COMMIT("commit"),
    ROLLBACK("roll back");

    private final String verb;

    End(String verb) {
      this.verb = verb;
    }
  }

  @Override
  String typeName() {
    return end.name();
  }

  /** {@code spi.c: _SPI_commit, _SPI_rollback}. */
  @Override
  Outcome run(Estate estate) {
    if (estate.atomicity == SpiPlan.Atomicity.ATOMIC) {
      throw new ReportedError(
          SqlState.INVALID_TRANSACTION_TERMINATION, "invalid transaction termination");
    }
    if (estate.spi.block().isSubTransaction()) {
      throw new ReportedError(
          SqlState.INVALID_TRANSACTION_TERMINATION,
          "cannot " + end.verb + " while a subtransaction is active");
    }
    estate.spi.portals().holdPinned();
    switch (end) {
      case COMMIT -> estate.spi.block().commitAndStart(chaining);
      case ROLLBACK -> estate.spi.block().rollbackAndStart(chaining);
    }
    return Outcome.OK;
  }
}
