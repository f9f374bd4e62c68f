package io.pgdouble.backend;

import io.pgdouble.engine.Engine;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.message.BackendSink;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.session.Session;
import io.pgdouble.session.SessionHost;

/** Who answers the conversations of a server: sessions of the engine, stubs, a relay. */
@FunctionalInterface
public interface ConversationFactory {
  /** A conversation that has not been opened yet. */
  Conversation create(SessionHost host, SessionStart start, BackendSink sink);

  /** A recording. */
  static ConversationFactory ofRecording(RecordedServer server) {
    return (host, start, sink) -> new RecordedConversation(server, host, start, sink);
  }

  /** Sessions of one engine: the simulated server itself. */
  static ConversationFactory ofSessions(Engine engine) {
    return (host, start, sink) -> SessionConversation.of(new Session(engine, host, start, sink));
  }
}
