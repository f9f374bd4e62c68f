package io.pgdouble.backend;

import io.pgdouble.engine.SessionActivity;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.session.Session;
import java.util.Optional;

/** A conversation with the simulated server itself. */
final class SessionConversation implements Conversation {
  private final Session session;

  private SessionConversation(Session session) {
    this.session = session;
  }

  static Conversation of(Session session) {
    return new SessionConversation(session);
  }

  @Override
  public boolean isHeld() {
    return session.isHeld();
  }

  @Override
  public Opening open() {
    return switch (session.start()) {
      case STARTED -> Opening.STARTED;
      case REFUSED -> Opening.REFUSED;
    };
  }

  @Override
  public void ready() {
    session.ready();
  }

  @Override
  public void report(ErrorReport report) {
    session.report(report);
  }

  @Override
  public void lost(Optional<ErrorReport> cut) {
    session.lost(cut);
  }

  @Override
  public SessionActivity activity() {
    return session.activity();
  }

  @Override
  public void receive(FrontendMessage message) {
    session.receive(message);
  }

  @Override
  public boolean isLight(FrontendMessage message) {
    return session.isLight(message);
  }

  @Override
  public void interrupt() {
    session.interrupt();
  }

  @Override
  public void close() {
    session.close();
  }
}
