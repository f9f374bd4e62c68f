package io.pgdouble.backend;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.auth.ClientConnection;
import io.pgdouble.engine.Engine;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.message.BackendSink;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.session.Session;
import io.pgdouble.session.SessionHost;
import java.util.Optional;

/** Who answers the conversations of a server: sessions of the engine, stubs, a relay. */
@FunctionalInterface
public interface ConversationFactory {
  /** A conversation that has not been opened yet. */
  Conversation create(SessionHost host, SessionStart start, BackendSink sink);

  /**
   * How a frontend is to be authenticated where these conversations have a way of their own; empty
   * where {@code pg_hba.conf} says.
   */
  default Optional<Authenticator> authenticator(ClientConnection connection) {
    return Optional.empty();
  }

  /** A recording. */
  static ConversationFactory ofRecording(RecordedServer server) {
    return new RecordedConversations(server);
  }

  /** Sessions of one engine: the simulated server itself. */
  static ConversationFactory ofSessions(Engine engine) {
    return (host, start, sink) -> SessionConversation.of(new Session(engine, host, start, sink));
  }
}
