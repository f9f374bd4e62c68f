package io.pgdouble.session;

import io.pgdouble.engine.Engine;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.Bind;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.Execute;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NoticeResponse;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation with a session that has no socket; answers are short lines of text. */
final class Talk implements BackendSink {
  static final ErrorReport MALFORMED =
      ErrorReport.error(SqlState.PROTOCOL_VIOLATION, "invalid message format");

  private static final Engine ENGINE = new Engine(new EngineOptions(16, "postgres", Map.of()));

  final FakeHost host = new FakeHost();
  final Session session;
  private final List<String> answers = new ArrayList<>();
  private boolean ended;

  private Talk(SessionStart start) {
    session = new Session(ENGINE, host, start, this);
  }

  /** A session that waits for its first command. */
  static Talk ready() {
    Talk talk = started(new SessionStart("postgres", "postgres", Optional.empty(), List.of()));
    talk.session.ready();
    talk.take();
    return talk;
  }

  /** A session that was told to start, whatever came of it. */
  static Talk started(SessionStart start) {
    Talk talk = new Talk(start);
    talk.session.start();
    return talk;
  }

  /** Sends messages and takes the answers. */
  List<String> send(FrontendMessage... messages) {
    for (FrontendMessage message : messages) {
      session.receive(message);
    }
    return take();
  }

  List<String> query(String sql) {
    return send(new Query(sql));
  }

  /** Parse, Bind and Execute of a statement without parameters, all unnamed. */
  static FrontendMessage[] pipelined(String... statements) {
    List<FrontendMessage> messages = new ArrayList<>();
    for (String sql : statements) {
      messages.add(new Parse("", sql, new int[0]));
      messages.add(bind("", ""));
      messages.add(new Execute("", 0));
    }
    messages.add(new io.pgdouble.message.Sync());
    return messages.toArray(FrontendMessage[]::new);
  }

  static Bind bind(String portal, String statement, String... values) {
    byte[][] bytes = new byte[values.length][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values[i] == null ? null : values[i].getBytes(StandardCharsets.UTF_8);
    }
    return new Bind(portal, statement, new short[0], bytes, new short[0]);
  }

  List<String> take() {
    List<String> taken = List.copyOf(answers);
    answers.clear();
    return taken;
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void send(BackendMessage message) {
    answers.add(line(message));
  }

  /** Errors and notices by what they say; the place in the source is not of interest. */
  static String line(BackendMessage message) {
    if (message instanceof ErrorResponse error) {
      return error.field('S').orElseThrow()
          + " "
          + error.field('C').orElseThrow()
          + " "
          + error.field('M').orElseThrow();
    }
    if (message instanceof NoticeResponse notice) {
      return notice.field('S').orElseThrow()
          + " "
          + notice.field('C').orElseThrow()
          + " "
          + notice.field('M').orElseThrow();
    }
    if (message instanceof DataRow row) {
      StringBuilder line = new StringBuilder("DataRow");
      for (byte[] value : row.values()) {
        line.append(' ').append(value == null ? "NULL" : new String(value, StandardCharsets.UTF_8));
      }
      return line.toString();
    }
    if (message instanceof io.pgdouble.message.CommandComplete complete) {
      return complete.tag();
    }
    if (message instanceof io.pgdouble.message.ReadyForQuery ready) {
      return "ReadyForQuery " + ready.status();
    }
    if (message instanceof io.pgdouble.message.ParameterStatus status) {
      return "ParameterStatus " + status.name() + "=" + status.value();
    }
    return message.getClass().getSimpleName();
  }

  @Override
  public void flush() {}

  @Override
  public void clientEncoding(ClientEncoding encoding) {
    answers.add("(client encoding " + encoding.name() + ")");
  }

  @Override
  public void end() {
    ended = true;
    answers.add("(end)");
  }
}
