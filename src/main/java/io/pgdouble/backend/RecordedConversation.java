package io.pgdouble.backend;

import io.pgdouble.engine.BackendHost;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.replay.RecordedPart;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.replay.Rest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A conversation that a recording answers. */
final class RecordedConversation implements Conversation {
  private final BackendHost host;
  private final SessionStart start;
  private final BackendSink sink;
  private final RecordedPart performer;
  private final SessionActivity activity = new SessionActivity();

  RecordedConversation(
      RecordedServer server, BackendHost host, SessionStart start, BackendSink sink) {
    this.host = host;
    this.start = start;
    this.sink = sink;
    performer = server.part(sink, new HostRest());
  }

  /** Waits as the process does. */
  private final class HostRest implements Rest {
    @Override
    public void park(long micros) {
      host.park(micros);
    }

    @Override
    public void wake() {
      host.wake();
    }

    @Override
    public boolean isInterrupted() {
      return host.interruptPending();
    }

    @Override
    public long now() {
      return host.now();
    }

    @Override
    public int pid() {
      return host.pid();
    }
  }

  @Override
  public boolean isHeld() {
    return performer.opensSlowly();
  }

  @Override
  public Opening open() {
    Map<String, String> parameters = new LinkedHashMap<>();
    start.settings().forEach(setting -> parameters.put(setting.name(), setting.value()));
    boolean opened = performer.open(start.user(), start.database(), parameters);
    return opened ? Opening.STARTED : Opening.REFUSED;
  }

  @Override
  public void ready() {
    performer.ready();
  }

  /** A recording knows no log. */
  @Override
  public void report(ErrorReport report) {}

  @Override
  public void lost(Optional<ErrorReport> cut) {}

  @Override
  public SessionActivity activity() {
    return activity;
  }

  @Override
  public void receive(FrontendMessage message) {
    performer.receive(message);
  }

  @Override
  public boolean isLight(FrontendMessage message) {
    return performer.isLight(message);
  }

  /** A recorded statement that was cancelled is answered so anyway; an end is an end. */
  @Override
  public void interrupt() {
    Optional<Interrupt> next = host.takeInterrupt();
    while (next.isPresent()) {
      deliver(next.get());
      next = host.takeInterrupt();
    }
  }

  private void deliver(Interrupt interrupt) {
    switch (interrupt) {
      case TERMINATE -> {
        ErrorReport report =
            ErrorReport.fatal(
                SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
        sink.send(ErrorResponse.of(report.toException().located()));
        sink.flush();
        sink.end();
      }
      case CRASH_OF_SIBLING,
          UNEXPECTED_QUIT,
          IMMEDIATE_SHUTDOWN,
          CLIENT_CONNECTION_LOST,
          POSTMASTER_DEATH ->
          sink.end();
      case LOCK_TIMEOUT,
          STATEMENT_TIMEOUT,
          RECOVERY_CONFLICT,
          CANCEL,
          IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
          IDLE_SESSION_TIMEOUT,
          CONFIGURATION_RELOADED -> {}
    }
  }

  @Override
  public void close() {
    performer.close();
  }
}
