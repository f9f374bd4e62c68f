package io.pgdouble.engine.transaction;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * What transaction statements mark on the stack of levels, for {@link CommandEnd} to carry out.
 * Source: {@code xact.c: EndTransactionBlock} to {@code RollbackToSavepoint}.
 */
final class Savepoints {
  private final TransactionBlock block;

  Savepoints(TransactionBlock block) {
    this.block = block;
  }

  BlockOutcome markEnd(Chaining chaining) {
    return switch (block.current.state) {
      case INPROGRESS -> mark(BlockState.END, BlockOutcome.COMMIT);
      case IMPLICIT_INPROGRESS -> {
        outsideBlock(chaining, "COMMIT AND CHAIN");
        yield mark(BlockState.END, BlockOutcome.COMMIT);
      }
      case STARTED -> {
        outsideBlock(chaining, "COMMIT AND CHAIN");
        yield BlockOutcome.COMMIT;
      }
      case ABORT -> mark(BlockState.ABORT_END, BlockOutcome.ROLLBACK);
      case SUBINPROGRESS -> {
        markCommitOfAll();
        yield BlockOutcome.COMMIT;
      }
      case SUBABORT -> {
        markAbortOfAll();
        yield BlockOutcome.ROLLBACK;
      }
      case DEFAULT,
          BEGIN,
          END,
          ABORT_END,
          ABORT_PENDING,
          PREPARE,
          SUBBEGIN,
          SUBRELEASE,
          SUBCOMMIT,
          SUBABORT_END,
          SUBABORT_PENDING,
          SUBRESTART,
          SUBABORT_RESTART ->
          throw block.unexpected();
    };
  }

  void markAbort(Chaining chaining) {
    switch (block.current.state) {
      case INPROGRESS -> block.current.state = BlockState.ABORT_PENDING;
      case ABORT -> block.current.state = BlockState.ABORT_END;
      case SUBINPROGRESS, SUBABORT -> markAbortOfAll();
      case STARTED, IMPLICIT_INPROGRESS -> {
        outsideBlock(chaining, "ROLLBACK AND CHAIN");
        block.current.state = BlockState.ABORT_PENDING;
      }
      case DEFAULT,
          BEGIN,
          END,
          ABORT_END,
          ABORT_PENDING,
          PREPARE,
          SUBBEGIN,
          SUBRELEASE,
          SUBCOMMIT,
          SUBABORT_END,
          SUBABORT_PENDING,
          SUBRESTART,
          SUBABORT_RESTART ->
          throw block.unexpected();
    }
  }

  private BlockOutcome mark(BlockState state, BlockOutcome outcome) {
    block.current.state = state;
    return outcome;
  }

  private void outsideBlock(Chaining chaining, String statement) {
    if (chaining == Chaining.AND_CHAIN) {
      throw notInBlock(statement);
    }
    block.warnNoTransaction();
  }

  private void markCommitOfAll() {
    Level level = block.current;
    for (; !level.isTop(); level = level.parent) {
      level.state = BlockState.SUBCOMMIT;
    }
    level.state = BlockState.END;
  }

  private void markAbortOfAll() {
    Level level = block.current;
    for (; !level.isTop(); level = level.parent) {
      markSubAbort(level);
    }
    level.state =
        level.state == BlockState.INPROGRESS ? BlockState.ABORT_PENDING : BlockState.ABORT_END;
  }

  private static void markSubAbort(Level level) {
    level.state =
        level.state == BlockState.SUBINPROGRESS
            ? BlockState.SUBABORT_PENDING
            : BlockState.SUBABORT_END;
  }

  void define(String name) {
    switch (block.current.state) {
      case INPROGRESS, SUBINPROGRESS -> block.push(name);
      case IMPLICIT_INPROGRESS -> throw notInBlock("SAVEPOINT");
      case DEFAULT,
          STARTED,
          BEGIN,
          END,
          ABORT,
          ABORT_END,
          ABORT_PENDING,
          PREPARE,
          SUBBEGIN,
          SUBRELEASE,
          SUBCOMMIT,
          SUBABORT,
          SUBABORT_END,
          SUBABORT_PENDING,
          SUBRESTART,
          SUBABORT_RESTART ->
          throw block.unexpected();
    }
  }

  void release(String name) {
    if (block.current.state == BlockState.IMPLICIT_INPROGRESS) {
      throw notInBlock("RELEASE SAVEPOINT");
    }
    Level target = find(name);
    Level level = block.current;
    for (; level != target; level = level.parent) {
      level.state = BlockState.SUBRELEASE;
    }
    target.state = BlockState.SUBRELEASE;
  }

  void rollbackTo(String name) {
    if (block.current.state == BlockState.IMPLICIT_INPROGRESS) {
      throw notInBlock("ROLLBACK TO SAVEPOINT");
    }
    Level target = find(name);
    Level level = block.current;
    for (; level != target; level = level.parent) {
      markSubAbort(level);
    }
    target.state =
        target.state == BlockState.SUBINPROGRESS
            ? BlockState.SUBRESTART
            : BlockState.SUBABORT_RESTART;
  }

  private Level find(String name) {
    for (Level level = block.current; !level.isTop(); level = level.parent) {
      if (level.name.equals(name)) {
        return level;
      }
    }
    throw new ReportedError(
        SqlState.S_E_INVALID_SPECIFICATION, "savepoint \"" + name + "\" does not exist");
  }

  private static ReportedError notInBlock(String statement) {
    return new ReportedError(
        SqlState.NO_ACTIVE_SQL_TRANSACTION, TransactionBlock.onlyInBlocks(statement));
  }
}
