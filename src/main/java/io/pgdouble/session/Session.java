package io.pgdouble.session;

import io.pgdouble.engine.BackendHost;
import io.pgdouble.engine.Engine;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.Performer;

/**
 * One conversation with the simulated server, from the moment the frontend is authenticated. What
 * happened outside of the conversation it learns by {@link BackendHost#takeInterrupt}.
 */
public final class Session implements Performer {
  private final SessionActivity activity = new SessionActivity();

  public Session(Engine engine, BackendHost host, SessionStart start, BackendSink sink) {}

  /**
   * Begins the conversation after AuthenticationOk: checks role and database, applies the startup
   * settings, sends every reported parameter. A failure is sent as FATAL and ends it. Afterwards
   * the backend sends its BackendKeyData and calls {@link #ready}.
   */
  public StartOutcome start() {
    throw ErrorReport.notSimulated("sessions yet").toException();
  }

  /** Whether a session came to be. */
  public enum StartOutcome {
    STARTED,
    REFUSED
  }

  /** Sends the first ReadyForQuery. */
  public void ready() {
    throw ErrorReport.notSimulated("sessions yet").toException();
  }

  /** What it shows of itself to other sessions, at any moment and to any thread. */
  public SessionActivity activity() {
    return activity;
  }

  @Override
  public void receive(FrontendMessage message) {
    throw ErrorReport.notSimulated("sessions yet").toException();
  }

  @Override
  public boolean isLight(FrontendMessage message) {
    return false;
  }

  /**
   * {@inheritDoc} Between messages: takes pending interrupts from the host, until there is none.
   */
  @Override
  public void interrupt() {
    throw ErrorReport.notSimulated("sessions yet").toException();
  }

  @Override
  public void close() {}
}
