package io.pgdouble.backend;

import io.pgdouble.engine.SessionActivity;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.session.Session;

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
