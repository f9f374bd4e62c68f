package io.pgdouble.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.Parse;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of {@code phase-table.txt} that a frontend can bring about, on a real server, too: each
 * phase is entered, each message sent, and then a Parse, which tells the phases apart afterwards
 * (one that skips until Sync does not answer it), a Sync and a Terminate. All answers are the same.
 */
class PhaseTableAgreesWithTheReferenceTest {
  private static final List<FrontendMessage> PROBE =
      List.of(new Parse("probe", "ROLLBACK", new int[0]), new Sync(), new Terminate());
  private static final int PATIENCE_MILLIS = 20_000;

  private static PgDouble server;

  @BeforeAll
  static void start() {
    server = PgDouble.start(PgDoubleOptions.defaults());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> rows() {
    return PhaseTableTest.phases().entrySet().stream()
        .flatMap(
            phase ->
                PhaseTableTest.messages().entrySet().stream()
                    .map(event -> Arguments.of(phase.getKey(), event.getKey())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void postgresql_answers_as_the_table_says(String phase, String event) throws IOException {
    List<FrontendMessage> messages = new ArrayList<>(PhaseTableTest.phases().get(phase));
    messages.add(PhaseTableTest.messages().get(event));
    messages.addAll(PROBE);
    Reference reference = SharedReference.get();
    assertThat(conversation("127.0.0.1", server.port(), messages))
        .isEqualTo(conversation(reference.host(), reference.port(), messages));
  }

  private static List<String> conversation(String host, int port, List<FrontendMessage> messages)
      throws IOException {
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      BytesWriter start = new BytesWriter();
      start.startup(StartupMessage.of(3, 0, "user", "postgres", "database", "postgres"));
      socket.getOutputStream().write(start.toByteArray());
      while (!Talk.line(read(in)).startsWith("ReadyForQuery")) {
        // What a session tells when it starts is not of interest.
      }
      BytesWriter out = new BytesWriter();
      messages.forEach(out::frontend);
      socket.getOutputStream().write(out.toByteArray());
      return answers(in);
    }
  }

  private static List<String> answers(DataInputStream in) throws IOException {
    List<String> answers = new ArrayList<>();
    try {
      for (; ; ) {
        answers.add(Talk.line(read(in)));
      }
    } catch (EOFException | SocketException ended) {
      // A server that leaves a message unread resets the connection.
      return answers;
    }
  }

  private static BackendMessage read(DataInputStream in) throws IOException {
    char type = (char) in.readByte();
    byte[] body = new byte[in.readInt() - 4];
    in.readFully(body);
    return MessageDictionary.backend(type, new BodyReader(body));
  }
}
