package io.pgdouble.backend;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.auth.ClientConnection;
import io.pgdouble.auth.OnePassword;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.AuthenticationCleartextPassword;
import io.pgdouble.message.AuthenticationMD5Password;
import io.pgdouble.message.BackendSink;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.session.SessionHost;
import java.util.Optional;

/** Conversations that a recording answers. */
record RecordedConversations(RecordedServer server) implements ConversationFactory {
  @Override
  public Conversation create(SessionHost host, SessionStart start, BackendSink sink) {
    return new RecordedConversation(server, host, start, sink);
  }

  /** By the way that was recorded; by SCRAM where it was none. */
  @Override
  public Optional<Authenticator> authenticator(ClientConnection connection) {
    return server
        .password()
        .map(password -> OnePassword.authenticator(connection, way(connection), password));
  }

  private OnePassword.Way way(ClientConnection connection) {
    return server
        .asked(connection.user(), connection.database())
        .map(RecordedConversations::way)
        .orElse(OnePassword.Way.SCRAM);
  }

  private static OnePassword.Way way(Authentication asked) {
    if (asked instanceof AuthenticationCleartextPassword) {
      return OnePassword.Way.CLEARTEXT;
    }
    return asked instanceof AuthenticationMD5Password ? OnePassword.Way.MD5 : OnePassword.Way.SCRAM;
  }
}
