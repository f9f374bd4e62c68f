package io.pgdouble.engine.transaction;

/**
 * What the end of a command does, by the state in which the command left the block. Source: {@code
 * xact.c: CommitTransactionCommand, AbortCurrentTransaction}.
 */
final class CommandEnd {
  private final TransactionBlock block;

  CommandEnd(TransactionBlock block) {
    this.block = block;
  }

  void commit() {
    switch (block.current.state) {
      case STARTED -> commitTransaction();
      case BEGIN -> block.current.state = BlockState.INPROGRESS;
      case INPROGRESS, IMPLICIT_INPROGRESS, SUBINPROGRESS, ABORT, SUBABORT -> {}
      case END -> endAndPerhapsChain(this::commitTransaction);
      case ABORT_END -> endAndPerhapsChain(this::cleanUpTransaction);
      case ABORT_PENDING ->
          endAndPerhapsChain(
              () -> {
                block.events().aborted();
                cleanUpTransaction();
              });
      case PREPARE -> prepareTransaction();
      case SUBBEGIN -> {
        block.events().subStarted(block.current.sub);
        block.current.state = BlockState.SUBINPROGRESS;
      }
      case SUBRELEASE -> commitSubTransactions(BlockState.SUBRELEASE);
      case SUBCOMMIT -> {
        commitSubTransactions(BlockState.SUBCOMMIT);
        commit();
      }
      case SUBABORT_END -> {
        cleanUpSub();
        commit();
      }
      case SUBABORT_PENDING -> {
        abortSub();
        cleanUpSub();
        commit();
      }
      case SUBRESTART -> {
        abortSub();
        restartSavepoint();
      }
      case SUBABORT_RESTART -> restartSavepoint();
      case DEFAULT -> throw block.unexpected();
    }
  }

  void abort() {
    switch (block.current.state) {
      case DEFAULT, ABORT, SUBABORT -> {}
      case STARTED, BEGIN, IMPLICIT_INPROGRESS, END, ABORT_PENDING, PREPARE -> {
        block.events().aborted();
        cleanUpTransaction();
      }
      case INPROGRESS -> {
        block.events().aborted();
        block.current.state = BlockState.ABORT;
      }
      case ABORT_END -> cleanUpTransaction();
      case SUBINPROGRESS -> {
        abortSub();
        block.current.state = BlockState.SUBABORT;
      }
      case SUBBEGIN, SUBRELEASE, SUBCOMMIT, SUBABORT_PENDING, SUBRESTART -> {
        abortSub();
        cleanUpSub();
        abort();
      }
      case SUBABORT_END, SUBABORT_RESTART -> {
        cleanUpSub();
        abort();
      }
    }
  }

  private void endAndPerhapsChain(Runnable end) {
    Level top = block.current;
    if (!top.chain) {
      end.run();
      return;
    }
    block.events().saveCharacteristics();
    end.run();
    top.chain = false;
    block.startTransaction();
    top.state = BlockState.INPROGRESS;
    block.events().restoreCharacteristics();
  }

  private void commitTransaction() {
    block.events().preCommit();
    block.events().committed();
    block.current.state = BlockState.DEFAULT;
  }

  private void prepareTransaction() {
    String gid = block.current.name;
    block.current.name = "";
    block.events().prepare(gid);
    block.current.state = BlockState.DEFAULT;
  }

  private void cleanUpTransaction() {
    block.current.state = BlockState.DEFAULT;
    block.events().cleanedUp();
  }

  private void commitSubTransactions(BlockState marked) {
    while (block.current.state == marked) {
      SubTransaction sub = block.current.sub;
      block.pop();
      block.events().subCommitted(sub);
    }
  }

  private void abortSub() {
    block.events().subAborted(block.current.sub);
  }

  private void cleanUpSub() {
    SubTransaction sub = block.current.sub;
    block.pop();
    block.events().subCleanedUp(sub);
  }

  void releaseSub() {
    SubTransaction sub = block.current.sub;
    block.pop();
    block.events().subCommitted(sub);
  }

  void rollbackSub() {
    abortSub();
    cleanUpSub();
  }

  /** The savepoint is established anew under its old name. */
  private void restartSavepoint() {
    String name = block.current.name;
    cleanUpSub();
    block.push(name);
    block.events().subStarted(block.current.sub);
    block.current.state = BlockState.SUBINPROGRESS;
  }
}
