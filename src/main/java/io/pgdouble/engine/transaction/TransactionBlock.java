package io.pgdouble.engine.transaction;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.function.Consumer;

/**
 * The transaction of one session: a stack of levels, each a small state machine. Commands are
 * bracketed by {@link #startCommand} and {@link #commitCommand}; an error calls {@link
 * #abortCurrent}. Transaction statements themselves only mark what shall happen when their own
 * command commits. Source: {@code xact.c}, whose functions the methods are named after.
 */
public final class TransactionBlock {
  private final TransactionEvents events;
  private final Consumer<ErrorReport> notices;
  private final CommandEnd commandEnd = new CommandEnd(this);
  private final Savepoints savepoints = new Savepoints(this);
  private int lastSubId = SubTransaction.TOP;
  private boolean needsImmediateCommit;
  private boolean pipelining;

  /** How many statements that run others surround the one that runs ({@code isTopLevel}). */
  private int depth;

  Level current = Level.top();

  /**
   * @param notices receives the warnings of statements that make no sense where they stand
   */
  public TransactionBlock(TransactionEvents events, Consumer<ErrorReport> notices) {
    this.events = events;
    this.notices = notices;
  }

  public BlockState state() {
    return current.state;
  }

  /** The innermost level. */
  public SubTransaction level() {
    return current.sub;
  }

  TransactionEvents events() {
    return events;
  }

  /** {@code StartTransactionCommand}. */
  public void startCommand() {
    switch (current.state) {
      case DEFAULT -> {
        startTransaction();
        current.state = BlockState.STARTED;
      }
      case INPROGRESS, IMPLICIT_INPROGRESS, SUBINPROGRESS, ABORT, SUBABORT -> {}
      case STARTED,
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
          throw unexpected();
    }
  }

  /** {@code CommitTransactionCommand}: does what the command asked for. */
  public void commitCommand() {
    commandEnd.commit();
  }

  /** {@code AbortCurrentTransaction}: an error occurred. */
  public void abortCurrent() {
    commandEnd.abort();
  }

  void startTransaction() {
    needsImmediateCommit = false;
    pipelining = false;
    lastSubId = SubTransaction.TOP;
    events.started();
  }

  /** {@code BEGIN}. */
  public void begin() {
    switch (current.state) {
      case STARTED, IMPLICIT_INPROGRESS -> current.state = BlockState.BEGIN;
      case INPROGRESS, SUBINPROGRESS, ABORT, SUBABORT ->
          notices.accept(
              ErrorReport.warning(
                  SqlState.ACTIVE_SQL_TRANSACTION, "there is already a transaction in progress"));
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
          throw unexpected();
    }
  }

  /** {@code COMMIT}: {@code EndTransactionBlock}. */
  public BlockOutcome end(Chaining chaining) {
    BlockOutcome outcome = savepoints.markEnd(chaining);
    top().chain = chaining == Chaining.AND_CHAIN;
    return outcome;
  }

  /** {@code PREPARE TRANSACTION}: {@code PrepareTransactionBlock}. */
  public BlockOutcome prepare(String gid) {
    BlockOutcome outcome = end(Chaining.NO_CHAIN);
    if (outcome == BlockOutcome.ROLLBACK) {
      return outcome;
    }
    Level top = top();
    if (top.state != BlockState.END) {
      return BlockOutcome.ROLLBACK;
    }
    top.state = BlockState.PREPARE;
    top.name = gid;
    return BlockOutcome.COMMIT;
  }

  /** {@code ROLLBACK}: {@code UserAbortTransactionBlock}. */
  public void userAbort(Chaining chaining) {
    savepoints.markAbort(chaining);
    top().chain = chaining == Chaining.AND_CHAIN;
  }

  /** {@code SAVEPOINT}. */
  public void defineSavepoint(String name) {
    savepoints.define(name);
  }

  /** {@code RELEASE SAVEPOINT}. */
  public void releaseSavepoint(String name) {
    savepoints.release(name);
  }

  /** {@code ROLLBACK TO SAVEPOINT}. */
  public void rollbackToSavepoint(String name) {
    savepoints.rollbackTo(name);
  }

  /** Statements from now on are parts of another. */
  public void enterStatement() {
    depth++;
  }

  /** They are no more. */
  public void leaveStatement() {
    depth--;
  }

  /** {@code BeginInternalSubTransaction}. */
  public void beginInternal() {
    push("");
    commandEnd.commit();
  }

  /** {@code ReleaseCurrentSubTransaction}. */
  public void releaseInternal() {
    commandEnd.releaseSub();
  }

  /** {@code RollbackAndReleaseCurrentSubTransaction}. */
  public void rollbackInternal() {
    commandEnd.rollbackSub();
  }

  /** {@code SPI_commit}, {@code SPI_commit_and_chain}: the next transaction begins at once. */
  public void commitAndStart(Chaining chaining) {
    restart(chaining, commandEnd::commit);
  }

  /** {@code SPI_rollback}, {@code SPI_rollback_and_chain}. */
  public void rollbackAndStart(Chaining chaining) {
    restart(chaining, commandEnd::abort);
  }

  private void restart(Chaining chaining, Runnable end) {
    if (chaining == Chaining.AND_CHAIN) {
      events.saveCharacteristics();
    }
    end.run();
    startCommand();
    if (chaining == Chaining.AND_CHAIN) {
      events.restoreCharacteristics();
    }
  }

  /** Several statements in one query string are one implicit block. */
  public void beginImplicit() {
    if (current.state == BlockState.STARTED) {
      current.state = BlockState.IMPLICIT_INPROGRESS;
    }
  }

  public void endImplicit() {
    if (current.state == BlockState.IMPLICIT_INPROGRESS) {
      current.state = BlockState.STARTED;
    }
  }

  public boolean isPipelining() {
    return pipelining;
  }

  /** An Execute was answered without committing: what follows until Sync is a pipeline. */
  public void pipelining() {
    pipelining = true;
  }

  /** Whether a statement ran that must be committed at once ({@code NEEDIMMEDIATECOMMIT}). */
  public boolean needsImmediateCommit() {
    return needsImmediateCommit;
  }

  /** {@code IsTransactionBlock}. */
  public boolean isBlock() {
    return current.state != BlockState.DEFAULT && current.state != BlockState.STARTED;
  }

  /** {@code IsTransactionOrTransactionBlock}. */
  public boolean isTransactionOrBlock() {
    return current.state != BlockState.DEFAULT;
  }

  /** {@code IsAbortedTransactionBlockState}. */
  public boolean isAborted() {
    return current.state == BlockState.ABORT || current.state == BlockState.SUBABORT;
  }

  /** {@code IsSubTransaction}. */
  public boolean isSubTransaction() {
    return !current.isTop();
  }

  /** {@code TransactionBlockStatusCode}. */
  public char statusCode() {
    return current.state.code();
  }

  /**
   * {@code PreventInTransactionBlock}: for statements that cannot be undone.
   *
   * @param statement as the message names it, such as {@code DISCARD ALL}
   */
  public void preventInBlock(String statement) {
    if (isBlock()) {
      throw active(statement + " cannot run inside a transaction block");
    }
    if (isSubTransaction()) {
      throw active(statement + " cannot run inside a subtransaction");
    }
    if (depth > 0) {
      throw active(statement + " cannot be executed from a function");
    }
    if (pipelining) {
      throw active(statement + " cannot be executed within a pipeline");
    }
    needsImmediateCommit = true;
  }

  /** {@code RequireTransactionBlock}: for statements without effect outside of one. */
  public void requireBlock(String statement) {
    if (depth == 0 && !isBlock() && !isSubTransaction()) {
      throw new ReportedError(SqlState.NO_ACTIVE_SQL_TRANSACTION, onlyInBlocks(statement));
    }
  }

  /** {@code WarnNoTransactionBlock}. */
  public void warnOutsideBlock(String statement) {
    if (depth == 0 && !isBlock() && !isSubTransaction()) {
      notices.accept(
          ErrorReport.warning(SqlState.NO_ACTIVE_SQL_TRANSACTION, onlyInBlocks(statement)));
    }
  }

  void warnNoTransaction() {
    notices.accept(
        ErrorReport.warning(
            SqlState.NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress"));
  }

  /** {@code PushTransaction}. */
  void push(String name) {
    current = current.push(++lastSubId);
    current.name = name;
  }

  /** {@code PopTransaction}. */
  void pop() {
    current = current.parent;
  }

  Level top() {
    Level level = current;
    while (!level.isTop()) {
      level = level.parent;
    }
    return level;
  }

  static String onlyInBlocks(String statement) {
    return statement + " can only be used in transaction blocks";
  }

  private static ReportedError active(String message) {
    return new ReportedError(SqlState.ACTIVE_SQL_TRANSACTION, message);
  }

  IllegalStateException unexpected() {
    return new IllegalStateException("unexpected transaction state " + current.state);
  }
}
