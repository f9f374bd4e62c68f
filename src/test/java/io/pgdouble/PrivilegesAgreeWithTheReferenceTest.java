package io.pgdouble;

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
import org.junit.jupiter.api.Test;

/** What not everybody may execute or read, as every role that a server is born with. */
class PrivilegesAgreeWithTheReferenceTest {
  /** A call of each, with arguments that the planner does not know, which no row ever reaches. */
  private static final String CALLS =
      """
      SELECT 'SELECT ' || p.oid::regproc || '(' || array_to_string(ARRAY(
          SELECT '(SELECT NULL::' || format_type(t, NULL) || ')'
          FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a(t, n) ORDER BY n), ', ')
        || ') WHERE pg_backend_pid() = 0'
      FROM pg_proc p WHERE proacl IS NOT NULL AND prokind = 'f' ORDER BY p.oid
      """;

  private static final String READS =
      """
      SELECT 'SELECT 1 FROM ' || oid::regclass || ' WHERE pg_backend_pid() = 0'
      FROM pg_class WHERE relkind IN ('r', 'v') AND oid < 16384 ORDER BY oid
      """;

  private static final String NOT_SIMULATED = "pgdouble does not simulate";

  private static final String ROLES = "SELECT rolname FROM pg_roles WHERE oid < 16384 ORDER BY oid";

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static String answer(Statement statement, String query) {
    try {
      return column(statement, query).toString();
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }

  @Test
  void every_role_may_execute_the_same_functions() throws SQLException {
    assertThat(denials(CALLS, "42501 ERROR: permission denied for function ")).isGreaterThan(500);
  }

  @Test
  void every_role_may_read_the_same_relations() throws SQLException {
    assertThat(denials(READS, "42501 ERROR: permission denied for ")).isGreaterThan(100);
  }

  /** How often the answer is a denial, when all answers are the server's. */
  private static long denials(String statements, String denial) throws SQLException {
    Reference reference = SharedReference.get();
    String there = "jdbc:postgresql://%s:%d/postgres?user=%s&preferQueryMode=simple";
    List<String> different = new ArrayList<>();
    long denied = 0;
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        Connection ours =
            DriverManager.getConnection(server.jdbcUrl() + "&preferQueryMode=simple");
        Connection theirs =
            DriverManager.getConnection(
                there.formatted(reference.host(), reference.port(), reference.user()));
        Statement here = ours.createStatement();
        Statement real = theirs.createStatement()) {
      List<String> queries = column(real, statements);
      for (String role : column(real, ROLES)) {
        here.execute("SET ROLE " + role);
        real.execute("SET ROLE " + role);
        different.addAll(differences(queries, here, real, role));
        denied += queries.stream().filter(one -> answer(here, one).startsWith(denial)).count();
      }
    }
    assertThat(different).isEmpty();
    return denied;
  }

  private static List<String> differences(
      List<String> queries, Statement here, Statement real, String role) {
    List<String> different = new ArrayList<>();
    for (String query : queries) {
      String expected = answer(real, query);
      String found = answer(here, query);
      if (!found.contains(NOT_SIMULATED) && !found.equals(expected)) {
        different.add(role + ": " + query + ": " + found + " and not " + expected);
      }
    }
    return different;
  }
}
