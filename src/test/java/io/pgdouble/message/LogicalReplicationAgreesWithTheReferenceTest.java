package io.pgdouble.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code pgoutput} of a real server says of a history that makes it say everything: each piece
 * is read as a message, and written back it has the same bytes.
 */
class LogicalReplicationAgreesWithTheReferenceTest {
  /** More than {@code logical_decoding_work_mem} below: the transaction comes in pieces. */
  private static final String GREAT =
      "INSERT INTO kept SELECT g, 'x', NULL FROM generate_series(%d, %d) g";

  private static final List<String> HISTORY =
      List.of(
          "CREATE TYPE mood AS ENUM ('sad', 'happy')",
          "CREATE TABLE kept (id int PRIMARY KEY, name text, feels mood)",
          "CREATE TABLE whole (id int, long text)",
          "ALTER TABLE whole REPLICA IDENTITY FULL",
          "ALTER TABLE kept ALTER name SET STORAGE EXTERNAL",
          "CREATE PUBLICATION everything FOR ALL TABLES",
          "SELECT pg_create_logical_replication_slot('s', 'pgoutput', false, true)",
          "INSERT INTO kept VALUES (1, 'one', 'happy')",
          "UPDATE kept SET id = 2",
          "UPDATE kept SET name = NULL",
          "DELETE FROM kept",
          "INSERT INTO kept VALUES (0, repeat('long', 2000), NULL)",
          "UPDATE kept SET feels = 'sad'",
          "INSERT INTO whole VALUES (1, 'long')",
          "UPDATE whole SET id = 2",
          "DELETE FROM whole",
          "TRUNCATE kept, whole RESTART IDENTITY",
          "SELECT pg_logical_emit_message(true, 'for', 'whom')",
          "SELECT pg_replication_origin_create('elsewhere')",
          "SELECT pg_replication_origin_session_setup('elsewhere')",
          "BEGIN",
          "INSERT INTO kept VALUES (3, 'three', 'sad')",
          "SELECT pg_replication_origin_xact_setup('0/ABC', now())",
          "COMMIT",
          "SELECT pg_replication_origin_session_reset()",
          "BEGIN",
          "INSERT INTO kept VALUES (4, 'four', NULL)",
          "PREPARE TRANSACTION 'small'",
          "COMMIT PREPARED 'small'",
          "BEGIN",
          "INSERT INTO kept VALUES (5, 'five', NULL)",
          "PREPARE TRANSACTION 'never'",
          "ROLLBACK PREPARED 'never'",
          "BEGIN",
          String.format(GREAT, 1000, 3000),
          "UPDATE kept SET name = 'y' WHERE id = 1000",
          "SELECT pg_logical_emit_message(true, 'in', 'a stream')",
          "SAVEPOINT part",
          String.format(GREAT, 4000, 6000),
          "ROLLBACK TO part",
          String.format(GREAT, 7000, 9000),
          "COMMIT",
          "BEGIN",
          String.format(GREAT, 10_000, 12_000),
          "PREPARE TRANSACTION 'great'",
          "COMMIT PREPARED 'great'");

  private static Reference server;
  private static Connection connection;

  @BeforeAll
  static void makeHistory() throws SQLException {
    Assumptions.assumeTrue(SharedReference.get().starter().isPresent(), "no server to set up");
    server =
        SharedReference.get()
            .starter()
            .get()
            .start(
                Map.of(
                    "wal_level", "logical",
                    "max_prepared_transactions", "2",
                    "logical_decoding_work_mem", "64kB"),
                List.of());
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + server.database(),
            server.user(),
            "");
    try (Statement statement = connection.createStatement()) {
      for (String sql : HISTORY) {
        statement.execute(sql);
      }
    }
  }

  @AfterAll
  static void end() throws Exception {
    if (connection != null) {
      connection.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static List<byte[]> output(String options) throws SQLException {
    String sql =
        "SELECT data FROM pg_logical_slot_peek_binary_changes('s', NULL, NULL,"
            + " 'publication_names', 'everything', 'messages', 'true', "
            + options
            + ")";
    List<byte[]> pieces = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        pieces.add(rows.getBytes(1));
      }
    }
    return pieces;
  }

  private static List<LogicalPayload> read(List<byte[]> pieces) {
    List<LogicalPayload> messages = new ArrayList<>();
    LogicalPlace place = LogicalPlace.OUTSIDE_STREAM;
    for (byte[] piece : pieces) {
      LogicalPayload message = LogicalPayload.of(piece, place);
      assertThat(message.toData()).as(message.toString()).isEqualTo(piece);
      assertThat(MessageJson.read(MessageJson.write(message))).isEqualTo(message);
      messages.add(message);
      place = place.after(message);
    }
    return messages;
  }

  private static Set<Class<?>> kinds(List<LogicalPayload> messages) {
    return messages.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  @Test
  void every_message_of_version_4_is_sent_and_survives() throws SQLException {
    List<LogicalPayload> messages =
        read(output("'proto_version', '4', 'streaming', 'parallel', 'two_phase', 'true'"));
    assertThat(kinds(messages))
        .containsExactlyInAnyOrderElementsOf(AnyMessage.kinds(LogicalPayload.class));
    assertThat(messages)
        .filteredOn(LogicalStreamAbort.class::isInstance)
        .allMatch(abort -> ((LogicalStreamAbort) abort).aborts().size() == 1);
    assertThat(messages)
        .anyMatch(m -> m instanceof LogicalInsert insert && insert.xid() != 0)
        .anyMatch(m -> m instanceof LogicalUpdate update && update.tuples().size() == 2)
        .anyMatch(m -> m.toString().contains(" u "));
  }

  @Test
  void aborts_of_version_2_tell_no_place() throws SQLException {
    List<LogicalPayload> messages = read(output("'proto_version', '2', 'streaming', 'on'"));
    assertThat(messages)
        .filteredOn(LogicalStreamAbort.class::isInstance)
        .isNotEmpty()
        .allMatch(abort -> ((LogicalStreamAbort) abort).aborts().isEmpty());
  }

  @Test
  void version_1_streams_nothing_and_may_send_binary_values() throws SQLException {
    List<LogicalPayload> messages = read(output("'proto_version', '1', 'binary', 'true'"));
    assertThat(kinds(messages)).doesNotContain(LogicalStreamStart.class);
    assertThat(messages)
        .anyMatch(
            m ->
                m instanceof LogicalInsert insert && insert.tuple().columns().get(0).kind() == 'b');
  }
}
