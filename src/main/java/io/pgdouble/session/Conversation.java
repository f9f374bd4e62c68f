package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.Timer;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.Bind;
import io.pgdouble.message.CopyInResponse;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.NoticeResponse;
import io.pgdouble.message.ParameterStatus;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.settings.ParameterReport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all phases share: the engine's session, the way out, and the brackets that {@code
 * postgres.c} puts around every message: a command begins, it ends or fails, ReadyForQuery follows.
 */
final class Conversation {
  private final EngineSession engine;
  private final SessionHost host;
  private final BackendSink sink;
  private final Output output;
  private final StatementLog log;
  private final Notifications notifications;
  private final PortalContext context = new PortalContext();
  private final SimpleQuery simpleQuery;
  private final ExtendedQuery extendedQuery;
  private final FunctionCalls functionCalls;
  private final Ready ready = new Ready(this);
  private final InExtendedQuery inExtendedQuery = new InExtendedQuery(this);
  private final SkippingUntilSync skippingUntilSync = new SkippingUntilSync(this);
  private final Ended ended = new Ended();

  private boolean commandStarted;
  private boolean statementTimerArmed;
  private boolean idleTimerArmed;

  Conversation(EngineSession engine, SessionHost host, BackendSink sink) {
    this.engine = engine;
    this.host = host;
    this.sink = sink;
    this.output = new Output(engine, sink);
    this.log = new StatementLog(engine, host);
    this.notifications = new Notifications(engine, output, sink, log);
    this.simpleQuery = new SimpleQuery(this);
    this.extendedQuery = new ExtendedQuery(this);
    this.functionCalls = new FunctionCalls(this);
  }

  EngineSession engine() {
    return engine;
  }

  Output output() {
    return output;
  }

  StatementLog log() {
    return log;
  }

  PortalContext context() {
    return context;
  }

  SimpleQuery simpleQuery() {
    return simpleQuery;
  }

  FunctionCalls functionCalls() {
    return functionCalls;
  }

  ExtendedQuery extendedQuery() {
    return extendedQuery;
  }

  InExtendedQuery inExtendedQuery() {
    return inExtendedQuery;
  }

  void send(BackendMessage message) {
    sink.send(message);
  }

  void flush() {
    sink.flush();
  }

  /** Work that ReadyForQuery follows: a FunctionCall, a Sync. */
  Phase cycle(Runnable work) {
    return guarded(
        () -> {
          work.run();
          return readyForQuery();
        },
        this::readyForQuery);
  }

  /** Work of the extended query protocol, after which a failure skips until Sync. */
  Phase extended(Runnable work) {
    try {
      beforeMessage();
      work.run();
      return inExtendedQuery;
    } catch (ReportedError e) {
      return failed(e, this::skippingUntilSync);
    } catch (StackOverflowError e) {
      return failed(tooDeep(), this::skippingUntilSync);
    }
  }

  /** Work that tells the phase after it, unless it fails. */
  Phase guarded(Supplier<Phase> work, Supplier<Phase> failed) {
    try {
      beforeMessage();
      return work.get();
    } catch (ReportedError e) {
      return failed(e, failed);
    } catch (StackOverflowError e) {
      return failed(tooDeep(), failed);
    }
  }

  private Phase failed(ReportedError error, Supplier<Phase> then) {
    return recover(error) == Outcome.ENDED ? ended : then.get();
  }

  private enum Outcome {
    FAILED,
    ENDED
  }

  Phase skippingUntilSync() {
    return skippingUntilSync;
  }

  /** COPY FROM STDIN begins: data are awaited. {@code copyfromparse.c: ReceiveCopyBegin}. */
  Phase copyIn(Portal portal, Function<Completion, Phase> then, Supplier<Phase> failed) {
    CopyInput input = portal.copyIn(engine.block().level().id(), output.copyDecoder());
    byte format = (byte) input.form().ordinal();
    sink.send(new CopyInResponse(format, Output.formats(input.columns(), input.form())));
    sink.flush();
    CopyingIn.Copying copying = new CopyingIn.Copying(portal, input, then, failed);
    return copying(
        copying,
        () -> {
          input.start();
          return new CopyingIn(this, copying);
        });
  }

  /** Work on COPY's data, during its statement. */
  Phase copying(CopyingIn.Copying copying, Supplier<Phase> work) {
    try {
      return work.get();
    } catch (ReportedError e) {
      copying.portal().copyFailed();
      return recover(e) == Outcome.ENDED ? ended : copying.failed().get();
    }
  }

  /** A message that does not belong into COPY: what comes after it cannot be read any more. */
  Phase synchronizationLost(CopyingIn.Copying copying, char type) {
    ReportedError unexpected =
        new ReportedError(
            SqlState.PROTOCOL_VIOLATION,
            String.format("unexpected message type 0x%02X during COPY from stdin", (int) type));
    copying.portal().copyFailed();
    if (recover(copying.input().failed(unexpected)) != Outcome.ENDED) {
      end(
          ErrorReport.fatal(
                  SqlState.PROTOCOL_VIOLATION,
                  "terminating connection because protocol synchronization was lost")
              .toException()
              .located());
    }
    return ended;
  }

  private void beforeMessage() {
    if (idleTimerArmed) {
      idleTimerArmed = false;
      host.disarm(Timer.IDLE_SESSION_TIMEOUT);
      host.disarm(Timer.IDLE_IN_TRANSACTION_SESSION_TIMEOUT);
    }
    engine.checkWhileReading();
    notifications.tellAtOnce();
  }

  /** {@code start_xact_command}. */
  void startCommand() {
    if (!commandStarted) {
      engine.block().startCommand();
      commandStarted = true;
    } else {
      continueCommand();
    }
    int timeout = engine.statementTimeout();
    if (timeout > 0 && !statementTimerArmed) {
      statementTimerArmed = true;
      host.arm(Timer.STATEMENT_TIMEOUT, timeout);
    } else if (timeout == 0) {
      disarmStatementTimer();
    }
  }

  /** From the second message after the first Execute on, a pipeline may be in a block. */
  private void continueCommand() {
    if (engine.pipelinesAreBlocks() && engine.block().isPipelining()) {
      engine.block().beginImplicit();
    }
  }

  /** Sync. */
  void finishPipeline() {
    if (engine.pipelinesAreBlocks()) {
      engine.block().endImplicit();
    }
    finishCommand();
  }

  /** {@code xact.c: IsTransactionState}. */
  boolean inTransaction() {
    char status = engine.block().statusCode();
    return status == 'T' || commandStarted && status != 'E';
  }

  /** {@code finish_xact_command}. */
  void finishCommand() {
    disarmStatementTimer();
    if (commandStarted) {
      engine.block().commitCommand();
      commandStarted = false;
    }
  }

  /** {@code disable_statement_timeout}. */
  void disarmStatementTimer() {
    if (statementTimerArmed) {
      statementTimerArmed = false;
      host.disarm(Timer.STATEMENT_TIMEOUT);
    }
  }

  /**
   * What an error brings about: by its severity it ends the statement or the backend. It is told at
   * once ({@code elog.c: send_message_to_frontend} flushes).
   */
  private Outcome recover(ReportedError error) {
    disarmStatementTimer();
    ErrorReport told = engine.worded(error.located());
    ErrorReport report = told.severity().isError() ? context.around(told) : told;
    context.leave();
    if (report.severity() != Severity.ERROR) {
      end(report);
      return Outcome.ENDED;
    }
    log.report(report);
    sink.send(ErrorResponse.of(report));
    sink.flush();
    log.done();
    commandStarted = false;
    engine.block().abortCurrent();
    output.followEncoding();
    return Outcome.FAILED;
  }

  /**
   * Says a last word: an error, or the warning of a process that must leave at once, which only the
   * frontend hears. {@code postgres.c: quickdie}.
   */
  private void end(ErrorReport report) {
    if (report.severity().isError()) {
      log.report(report);
    }
    log.done();
    sink.send(report.severity().isError() ? ErrorResponse.of(report) : NoticeResponse.of(report));
    sink.flush();
    sink.end();
  }

  private static ReportedError tooDeep() {
    return ErrorReport.error(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
        .withHint(
            "Increase the configuration parameter \"max_stack_depth\" (currently 2048kB), after"
                + " ensuring the platform's stack depth limit is adequate.")
        .toException();
  }

  /** Tells of notifications and changed settings, then that the next command may come. */
  Phase readyForQuery() {
    notifications.tellBeforeReady();
    engine.idle();
    if (engine.settings().hasChangedReports()) {
      for (ParameterReport report : engine.settings().changedReports()) {
        sink.send(new ParameterStatus(report.name(), report.value()));
      }
    }
    output.followEncoding();
    sink.send(
        switch (engine.block().statusCode()) {
          case 'I' -> ReadyForQuery.IDLE;
          case 'T' -> ReadyForQuery.IN_TRANSACTION;
          default -> ReadyForQuery.IN_FAILED_TRANSACTION;
        });
    sink.flush();
    int timeout = engine.idleTimeout();
    if (timeout > 0) {
      idleTimerArmed = true;
      host.arm(
          engine.block().isTransactionOrBlock()
              ? Timer.IDLE_IN_TRANSACTION_SESSION_TIMEOUT
              : Timer.IDLE_SESSION_TIMEOUT,
          timeout);
    }
    return ready;
  }

  boolean isFatal(MalformedMessage message) {
    return message.report().severity().compareTo(Severity.FATAL) >= 0;
  }

  /** A body that cannot be read fails where it would have been read. */
  Phase malformed(MalformedMessage message) {
    Runnable complaint =
        () -> {
          if (message.type() == Bind.TYPE) {
            extendedQuery.bindMalformed(message);
          }
          throw message.report().toException();
        };
    return switch (message.type()) {
      case 'Q', 'F', 'S' -> cycle(complaint);
      default -> extended(complaint);
    };
  }

  Phase invalidMessageType(PasswordMessage message) {
    return extended(
        () -> {
          throw ErrorReport.fatal(
                  SqlState.PROTOCOL_VIOLATION,
                  "invalid frontend message type " + (int) message.type())
              .toException();
        });
  }

  /** Interrupts that came while nothing was asked. */
  Phase interrupted(Phase current) {
    if (current == ended) {
      return ended;
    }
    try {
      check(current);
      return current;
    } catch (ReportedError e) {
      end(engine.worded(e.located()));
      return ended;
    }
  }

  private void check(Phase current) {
    if (current instanceof CopyingIn copy) {
      copy.copying().whileWaiting(engine::checkWhileCopying);
    } else {
      engine.checkWhileReading();
      notifications.tellAtOnce();
    }
  }

  /** A start that failed. */
  void refuse(ReportedError error) {
    end(engine.worded(error.located()));
  }

  /** What was not flushed is lost: {@code postgres.c} goes to {@code proc_exit} at once. */
  Phase terminate() {
    sink.end();
    return ended;
  }

  Phase ended() {
    return ended;
  }
}
