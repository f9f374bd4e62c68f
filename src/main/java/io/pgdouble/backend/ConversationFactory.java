package io.pgdouble.backend;

import io.pgdouble.engine.BackendHost;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.message.BackendSink;

/** Who answers the conversations of a server: sessions of the engine, stubs, a relay. */
@FunctionalInterface
public interface ConversationFactory {
  /** A conversation that has not been opened yet. */
  Conversation create(BackendHost host, SessionStart start, BackendSink sink);
}
