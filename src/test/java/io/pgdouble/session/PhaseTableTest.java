package io.pgdouble.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.engine.Interrupt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Close;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.CopyFail;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Flush;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.Parse;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The whole state machine as a table, to be read like prose: in every phase, what follows from
 * every event, and in which phase the session is afterwards. A change of behaviour shows as a
 * change of {@code phase-table.txt}, and is reviewed there.
 */
class PhaseTableTest {
  private static final String GOLDEN = "phase-table.txt";

  @Test
  void every_phase_answers_every_event_as_the_table_says() throws IOException {
    assertThat(table()).isEqualTo(golden());
  }

  private static String golden() throws IOException {
    try (InputStream in = PhaseTableTest.class.getResourceAsStream(GOLDEN)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    phases()
        .forEach(
            (name, into) -> {
              table.append(name).append('\n');
              events().forEach((event, occur) -> table.append(row(into, event, occur)));
              table.append('\n');
            });
    return table.toString();
  }

  private static String row(List<FrontendMessage> into, String event, Consumer<Talk> occur) {
    Talk talk = Talk.ready();
    into.forEach(talk::send);
    occur.accept(talk);
    return String.format(
                "  %-45s -> %-17s  %s", event, talk.session.phase(), String.join(", ", talk.take()))
            .stripTrailing()
        + "\n";
  }

  /** How to get into each phase. */
  static Map<String, List<FrontendMessage>> phases() {
    Map<String, List<FrontendMessage>> phases = new LinkedHashMap<>();
    Query begin = new Query("BEGIN");
    Parse failing = new Parse("", "SHOW nothing", new int[0]);
    Parse parse = new Parse("", "SHOW work_mem", new int[0]);
    phases.put("ReadyForQuery, idle", List.of());
    phases.put("ReadyForQuery, in a transaction block", List.of(begin));
    phases.put(
        "ReadyForQuery, in a failed transaction block", List.of(begin, new Query("SHOW nothing")));
    phases.put(
        "InExtendedQuery, one statement parsed and bound", List.of(parse, Talk.bind("", "")));
    phases.put("SkippingUntilSync", List.of(failing));
    phases.put("Ended", List.of(new Terminate()));
    return phases;
  }

  private static Map<String, Consumer<Talk>> events() {
    Map<String, Consumer<Talk>> events = new LinkedHashMap<>();
    messages().forEach((name, message) -> events.put(name, talk -> talk.session.receive(message)));
    for (Interrupt interrupt : Interrupt.values()) {
      events.put(
          "interrupt " + interrupt,
          talk -> {
            talk.host.raise(interrupt);
            talk.session.interrupt();
          });
    }
    return events;
  }

  static Map<String, FrontendMessage> messages() {
    Map<String, FrontendMessage> messages = new LinkedHashMap<>();
    messages.put("Query SHOW work_mem", new Query("SHOW work_mem"));
    messages.put("Query, empty", new Query(""));
    messages.put("Query SHOW nothing", new Query("SHOW nothing"));
    messages.put("Parse SHOW work_mem", new Parse("", "SHOW work_mem", new int[0]));
    messages.put("Parse, empty", new Parse("", "", new int[0]));
    messages.put("Parse ROLLBACK", new Parse("", "ROLLBACK", new int[0]));
    messages.put("Parse SHOW nothing", new Parse("", "SHOW nothing", new int[0]));
    messages.put("Bind", Talk.bind("", ""));
    messages.put("Bind to a missing statement", Talk.bind("", "missing"));
    messages.put("Describe portal", new Describe('P', ""));
    messages.put("Describe statement", new Describe('S', ""));
    messages.put("Describe with subtype X", new Describe('X', ""));
    messages.put("Execute", new Execute("", 0));
    messages.put("Close portal", new Close('P', ""));
    messages.put("Close statement", new Close('S', ""));
    messages.put("Close with subtype X", new Close('X', ""));
    messages.put("Flush", new Flush());
    messages.put("Sync", new Sync());
    messages.put("FunctionCall", new FunctionCall(1, new short[0], new byte[0][], (short) 0));
    messages.put("CopyData", new CopyData(new byte[0]));
    messages.put("CopyDone", new CopyDone());
    messages.put("CopyFail", new CopyFail("no"));
    messages.put("PasswordMessage", new PasswordMessage(new byte[] {0}));
    messages.put("Terminate", new Terminate());
    messages.put("malformed Q", malformed('Q', 'x', 0, 'y'));
    messages.put("malformed P", malformed('P', 0, 0, 0, 0, 'y'));
    messages.put("malformed H", malformed('H', 'y'));
    messages.put("malformed S", malformed('S', 'y'));
    messages.put(
        "a message of an unknown type",
        new MalformedMessage(
            'y',
            new byte[0],
            ErrorReport.fatal(SqlState.PROTOCOL_VIOLATION, "invalid frontend message type 121")));
    return messages;
  }

  /** A message with more in it than it should have. */
  private static FrontendMessage malformed(char type, int... body) {
    byte[] bytes = new byte[body.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) body[i];
    }
    FrontendMessage message = MessageDictionary.decode(type, bytes, ClientEncoding.UTF8);
    assertThat(message).isInstanceOf(MalformedMessage.class);
    return message;
  }
}
