import java.math.BigDecimal;
import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What is asked of a server through pgjdbc; needs no table. */
final class PgjdbcCases {
  private PgjdbcCases() {}

  static void same(Object found, Object expected) {
    if (!Objects.deepEquals(found, expected)) {
      throw new AssertionError("found " + found + " (expected: " + expected + ")");
    }
  }

  interface Action {
    void run() throws SQLException;
  }

  static PSQLException refused(String state, Action action) throws SQLException {
    try {
      action.run();
    } catch (PSQLException e) {
      same(e.getSQLState(), state);
      return e;
    }
    throw new AssertionError("nothing was refused (expected: " + state + ")");
  }

  static Object one(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getObject(1);
    }
  }

  static void validity_and_what_the_server_reports(Connection c) throws SQLException {
    same(c.isValid(2), true);
    PGConnection pg = c.unwrap(PGConnection.class);
    same(pg.getParameterStatus("standard_conforming_strings"), "on");
    same(pg.getParameterStatus("TimeZone") != null, true);
    same(pg.getBackendPID() > 0, true);
    same(c.getMetaData().getDatabaseMajorVersion() >= 14, true);
  }

  static void values_of_every_type_are_read(Connection c) throws SQLException {
    String sql =
        "SELECT 1::int2, 2::int4, 3::int8, 1.5::float4, 2.5::float8, 12345.6789::numeric, true,"
            + " 'text', 'vc'::varchar(5), '\\x00ff'::bytea, date '2024-02-29',"
            + " timestamp '2024-02-29 12:34:56.789', '00112233-4455-6677-8899-aabbccddeeff'::uuid,"
            + " NULL::int4";
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      same(r.next(), true);
      same(r.getShort(1), (short) 1);
      same(r.getInt(2), 2);
      same(r.getLong(3), 3L);
      same(r.getFloat(4), 1.5f);
      same(r.getDouble(5), 2.5);
      same(r.getBigDecimal(6), new BigDecimal("12345.6789"));
      same(r.getBoolean(7), true);
      same(r.getString(8), "text");
      same(r.getString(9), "vc");
      same(r.getBytes(10), new byte[] {0, (byte) 0xff});
      same(r.getDate(11), Date.valueOf("2024-02-29"));
      same(r.getObject(12, LocalDateTime.class), LocalDateTime.parse("2024-02-29T12:34:56.789"));
      same(r.getObject(13), UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
      same(r.getObject(14), null);
      same(r.next(), false);
    }
  }

  /** Often enough that the driver prepares the statement on the server and turns to binary. */
  static void parameters_go_there_and_back_until_prepared_and_binary(Connection c)
      throws SQLException {
    String sql =
        "SELECT ?::int4, ?::int8, ?::text, ?::bool, ?::float8, ?::numeric, ?::date, ?::bytea,"
            + " ?::timestamptz, ?::uuid";
    UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    OffsetDateTime when = OffsetDateTime.of(2024, 5, 6, 7, 8, 9, 123456000, ZoneOffset.UTC);
    try (PreparedStatement p = c.prepareStatement(sql)) {
      for (int i = 0; i < 8; i++) {
        p.setInt(1, i);
        p.setLong(2, 1L << 40);
        p.setString(3, "h\u00e9'\\ \u4e16");
        p.setBoolean(4, i % 2 == 0);
        p.setDouble(5, 0.1);
        p.setBigDecimal(6, new BigDecimal("-0.000123"));
        p.setObject(7, LocalDate.of(1999, 12, 31));
        p.setBytes(8, new byte[] {1, 0, -1});
        p.setObject(9, when);
        p.setObject(10, uuid);
        readBack(p, i, when, uuid);
      }
    }
  }

  private static void readBack(PreparedStatement p, int i, OffsetDateTime when, UUID uuid)
      throws SQLException {
    try (ResultSet r = p.executeQuery()) {
      r.next();
      same(r.getInt(1), i);
      same(r.getLong(2), 1L << 40);
      same(r.getString(3), "h\u00e9'\\ \u4e16");
      same(r.getBoolean(4), i % 2 == 0);
      same(r.getDouble(5), 0.1);
      same(r.getBigDecimal(6), new BigDecimal("-0.000123"));
      same(r.getObject(7, LocalDate.class), LocalDate.of(1999, 12, 31));
      same(r.getBytes(8), new byte[] {1, 0, -1});
      same(r.getObject(9, OffsetDateTime.class), when);
      same(r.getObject(10), uuid);
    }
  }

  static void nulls_and_arrays(Connection c) throws SQLException {
    try (PreparedStatement p = c.prepareStatement("SELECT ?::int4, ?::text[], ?::int4[]")) {
      for (int i = 0; i < 6; i++) {
        p.setNull(1, Types.INTEGER);
        p.setArray(2, c.createArrayOf("text", new String[] {"a", null, "b\"c"}));
        p.setArray(3, c.createArrayOf("int4", new Integer[] {1, 2}));
        try (ResultSet r = p.executeQuery()) {
          r.next();
          same(r.getObject(1), null);
          Array texts = r.getArray(2);
          same(Arrays.asList((Object[]) texts.getArray()), Arrays.asList("a", null, "b\"c"));
          same(r.getArray(3).getArray(), new Integer[] {1, 2});
        }
      }
    }
  }

  static void metadata_names_columns_and_types(Connection c) throws SQLException {
    String sql = "SELECT 1 AS a, 'x'::varchar(7) AS b, 1.5::numeric(10,2) AS c";
    try (PreparedStatement p = c.prepareStatement(sql);
        ResultSet r = p.executeQuery()) {
      ResultSetMetaData m = r.getMetaData();
      same(m.getColumnCount(), 3);
      same(m.getColumnLabel(1), "a");
      same(m.getColumnTypeName(1), "int4");
      same(m.getColumnTypeName(2), "varchar");
      same(m.getPrecision(3), 10);
      same(m.getScale(3), 2);
    }
  }

  static void several_results_of_one_string(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      same(s.execute("SELECT 1; SELECT 2"), true);
      same(s.getMoreResults(), true);
      try (ResultSet r = s.getResultSet()) {
        r.next();
        same(r.getInt(1), 2);
      }
      same(s.getMoreResults(), false);
      same(s.getUpdateCount(), -1);
    }
  }

  static void errors_carry_their_fields(Connection c) throws SQLException {
    PSQLException e = refused("42601", () -> one(c, "SELECT 1 FROM FROM"));
    ServerErrorMessage m = e.getServerErrorMessage();
    same(m.getSeverity(), "ERROR");
    same(m.getMessage(), "syntax error at or near \"FROM\"");
    same(m.getPosition(), 15);
    same(m.getRoutine() != null && m.getFile() != null && m.getLine() > 0, true);
    refused("22012", () -> one(c, "SELECT 1/0"));
    refused("42P01", () -> one(c, "SELECT * FROM nosuch"));
    refused("22P02", () -> one(c, "SELECT 'x'::int"));
    same(one(c, "SELECT 1"), 1);
  }

  static void transactions_and_savepoints(Connection c) throws SQLException {
    c.setAutoCommit(false);
    Savepoint savepoint = c.setSavepoint("a");
    refused("22012", () -> one(c, "SELECT 1/0"));
    refused("25P02", () -> one(c, "SELECT 1"));
    c.rollback(savepoint);
    same(one(c, "SELECT 2"), 2);
    c.releaseSavepoint(savepoint);
    c.commit();
    refused("22012", () -> one(c, "SELECT 1/0"));
    c.rollback();
    same(one(c, "SELECT 3"), 3);
    c.commit();
  }

  static void committing_a_failed_transaction_rolls_it_back(Connection c) throws SQLException {
    c.setAutoCommit(false);
    refused("22012", () -> one(c, "SELECT 1/0"));
    try (Statement s = c.createStatement()) {
      s.execute("COMMIT");
    }
    same(one(c, "SELECT 1"), 1);
    c.rollback();
  }

  static void isolation_and_read_only(Connection c) throws SQLException {
    c.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    same(c.getTransactionIsolation(), Connection.TRANSACTION_SERIALIZABLE);
    c.setReadOnly(true);
    c.setAutoCommit(false);
    same(one(c, "SHOW transaction_read_only"), "on");
    c.commit();
    c.setReadOnly(false);
    same(one(c, "SHOW transaction_read_only"), "off");
  }

  static void a_batch_reports_each_of_its_statements(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.addBatch("SET application_name TO 'one'");
      s.addBatch("SET application_name TO 'two'");
      same(s.executeBatch(), new int[] {0, 0});
    }
    same(one(c, "SHOW application_name"), "two");
    try (PreparedStatement p = c.prepareStatement("SET work_mem TO '1MB'")) {
      p.addBatch();
      p.addBatch();
      same(p.executeBatch().length, 2);
    }
  }

  static void a_batch_stops_at_its_first_error(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.addBatch("SET application_name TO 'three'");
      s.addBatch("SET nosuch TO 1");
      s.addBatch("SET application_name TO 'four'");
      s.executeBatch();
    } catch (BatchUpdateException e) {
      same(e.getSQLState(), "42704");
      same(c.isValid(2), true);
      return;
    }
    throw new AssertionError("the batch succeeded (expected: 42704)");
  }

  static void a_fetch_size_reads_the_portal_in_parts(Connection c) throws SQLException {
    c.setAutoCommit(false);
    try (Statement s = c.createStatement()) {
      s.setFetchSize(7);
      int n = 0;
      try (ResultSet r = s.executeQuery("SELECT * FROM generate_series(1, 50)")) {
        while (r.next()) {
          same(r.getInt(1), ++n);
        }
      }
      same(n, 50);
    }
    c.commit();
  }

  static void closing_a_half_read_portal_leaves_the_session_usable(Connection c)
      throws SQLException {
    c.setAutoCommit(false);
    try (Statement s = c.createStatement()) {
      s.setFetchSize(5);
      try (ResultSet r = s.executeQuery("SELECT * FROM generate_series(1, 50)")) {
        r.next();
      }
    }
    same(one(c, "SELECT 9"), 9);
    c.commit();
  }

  static void max_rows_limits_a_result(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.setMaxRows(3);
      int n = 0;
      try (ResultSet r = s.executeQuery("SELECT * FROM generate_series(1, 10)")) {
        while (r.next()) {
          n++;
        }
      }
      // The driver leaves the limit to the server, which takes one only with an Execute.
      PreferQueryMode mode = c.unwrap(PGConnection.class).getPreferQueryMode();
      same(n, mode.name().matches("SIMPLE|EXTENDED_FOR_PREPARED") ? 10 : 3);
    }
  }

  static void a_scrollable_result_moves_both_ways(Connection c) throws SQLException {
    try (Statement s =
            c.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet r = s.executeQuery("VALUES (1), (2), (3)")) {
      same(r.last(), true);
      same(r.getInt(1), 3);
      same(r.previous(), true);
      same(r.getInt(1), 2);
    }
  }

  static void cancel_ends_the_statement_and_not_the_session(Connection c)
      throws SQLException, InterruptedException {
    try (Statement s = c.createStatement()) {
      Thread canceller = new Thread(() -> cancelSoon(s));
      canceller.start();
      refused("57014", () -> s.execute("SELECT pg_sleep(20)"));
      canceller.join();
    }
    same(one(c, "SELECT 1"), 1);
  }

  private static void cancelSoon(Statement s) {
    try {
      Thread.sleep(300);
      s.cancel();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void a_query_timeout_is_a_cancel(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.setQueryTimeout(1);
      refused("57014", () -> s.execute("SELECT pg_sleep(20)"));
    }
    same(one(c, "SELECT 1"), 1);
  }

  static void warnings_are_collected(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute("ROLLBACK");
      same(s.getWarnings().getMessage(), "there is no transaction in progress");
    }
  }

  static void an_empty_query_and_a_comment(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      same(s.execute(""), false);
      same(s.execute("-- nothing"), false);
    }
  }

  static void options_come_with_the_startup_packet(Connection ignored) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("options", "-c search_path=public,pg_catalog -c statement_timeout=9000");
    properties.setProperty("ApplicationName", "compat");
    try (Connection c = PgjdbcTest.connect(properties)) {
      same(one(c, "SHOW search_path"), "public,pg_catalog");
      same(one(c, "SHOW statement_timeout"), "9s");
      same(one(c, "SHOW application_name"), "compat");
    }
  }

  static void gss_is_asked_for_and_refused(Connection ignored) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("gssEncMode", "prefer");
    properties.setProperty("sslmode", "prefer");
    try (Connection c = PgjdbcTest.connect(properties)) {
      same(one(c, "SELECT 1"), 1);
    }
  }

  static void a_server_prepared_statement_survives_deallocate_all(Connection c)
      throws SQLException {
    try (PreparedStatement p = c.prepareStatement("SELECT ?::int4 + 1")) {
      for (int i = 0; i < 6; i++) {
        p.setInt(1, i);
        try (ResultSet r = p.executeQuery()) {
          r.next();
          same(r.getInt(1), i + 1);
        }
      }
      try (Statement s = c.createStatement()) {
        s.execute("DEALLOCATE ALL");
      }
      p.setInt(1, 41);
      try (ResultSet r = p.executeQuery()) {
        r.next();
        same(r.getInt(1), 42);
      }
    }
  }
}
