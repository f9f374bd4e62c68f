package io.pgdouble.session;

import io.pgdouble.engine.Engine;
import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.log.ConnectionLines;
import io.pgdouble.log.LoggingProcess;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NoticeResponse;
import io.pgdouble.message.ParameterStatus;
import io.pgdouble.message.Performer;
import io.pgdouble.settings.ParameterReport;
import java.util.Optional;

/**
 * One conversation with the simulated server, from the moment the frontend is authenticated. What
 * happened outside of the conversation it learns by {@link SessionHost#takeInterrupt}.
 */
public final class Session implements Performer {
  private final EngineSession engine;
  private final Conversation conversation;
  private final Lightness lightness;
  private final BackendSink sink;
  private final SessionHost host;
  private final LoggingProcess log;
  private Phase phase;
  private boolean started;

  public Session(Engine engine, SessionHost host, SessionStart start, BackendSink sink) {
    this.engine = new EngineSession(engine, host, start, this::notice);
    this.sink = sink;
    this.host = host;
    this.log = host.log();
    this.conversation = new Conversation(this.engine, host, sink);
    this.lightness = new Lightness(this.engine);
    this.phase = conversation.ended();
  }

  private void notice(ErrorReport report) {
    ErrorReport located = conversation.context().around(report.toException().located());
    conversation.log().report(located);
    if (engine.reachesFrontend(report)) {
      sink.send(NoticeResponse.of(located));
      sink.flush();
    }
  }

  /**
   * Begins the conversation after AuthenticationOk: checks role and database, applies the startup
   * settings, sends every reported parameter. A failure is sent as FATAL and ends it. Afterwards
   * the backend sends its BackendKeyData and calls {@link #ready}.
   */
  public StartOutcome start() {
    try {
      engine.initialize();
      for (ParameterReport report : engine.settings().startupReports()) {
        sink.send(new ParameterStatus(report.name(), report.value()));
      }
      conversation.output().followEncoding();
      host.transaction().ended();
      started = true;
      return StartOutcome.STARTED;
    } catch (ReportedError e) {
      conversation.refuse(e);
      return StartOutcome.REFUSED;
    }
  }

  /** Whether {@link #start} has to wait, and so takes a worker. */
  public boolean isHeld() {
    return engine.isHeld();
  }

  /** Whether a session came to be. */
  public enum StartOutcome {
    STARTED,
    REFUSED
  }

  /** Sends the first ReadyForQuery. */
  public void ready() {
    phase = conversation.readyForQuery();
  }

  /** What it shows of itself to other sessions, at any moment and to any thread. */
  public SessionActivity activity() {
    return engine.activity();
  }

  /** The name of the phase the session is in, for tests and tables. */
  String phase() {
    return phase.name();
  }

  @Override
  public void receive(FrontendMessage message) {
    phase = phase.receive(message);
  }

  @Override
  public boolean isLight(FrontendMessage message) {
    return message.accept(lightness);
  }

  /**
   * {@inheritDoc} Takes pending interrupts from the host, until there is none; a cancel request
   * comes to nothing here.
   */
  @Override
  public void interrupt() {
    phase = conversation.interrupted(phase);
  }

  /** Tells the log of something that has to do with what is at work. */
  public void report(ErrorReport report) {
    conversation.log().report(report);
  }

  /**
   * The frontend is gone without a word. {@code postgres.c: SocketBackend}.
   *
   * @param cut what the log is told, where that was within a message
   */
  public void lost(Optional<ErrorReport> cut) {
    if (cut.isPresent()) {
      report(cut.get());
    } else if (phase != conversation.ended() && conversation.inTransaction()) {
      report(ConnectionLines.lostInTransaction());
    }
  }

  /** May be said twice. {@code postgres.c: log_disconnections}. */
  @Override
  public void close() {
    engine.end();
    phase = conversation.ended();
    if (started && engine.settings().bool("log_disconnections")) {
      conversation.log().report(ConnectionLines.disconnection(log));
    }
    started = false;
  }
}
