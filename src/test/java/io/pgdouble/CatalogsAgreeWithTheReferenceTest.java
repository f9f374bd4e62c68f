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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every column of every system catalog, of what a server is born with, read here and from a real
 * server. What the double has no values for it must refuse.
 */
class CatalogsAgreeWithTheReferenceTest {
  private static final String NOT_SIMULATED = "0A000";

  private final List<String> different = new ArrayList<>();
  private final List<String> same = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  @Test
  void every_column_of_the_catalogs_has_the_values_of_a_real_server_or_is_refused()
      throws Exception {
    Reference reference = SharedReference.get();
    String url = "jdbc:postgresql://" + reference.host() + ":" + reference.port() + "/postgres";
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        Connection here = DriverManager.getConnection(simple(server.jdbcUrl()));
        Connection there = DriverManager.getConnection(simple(url + "?user=" + reference.user()))) {
      for (List<String> relation :
          rows(
              there,
              "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 11"
                  + " AND relname <> 'pg_statistic' ORDER BY relname")) {
        compare(here, there, relation.get(0));
      }
    }
    assertThat(different).isEmpty();
    assertThat(same).hasSizeGreaterThan(400);
    assertThat(refused).as("columns without values").hasSizeLessThan(40);
  }

  private static String simple(String url) {
    return url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple";
  }

  private void compare(Connection here, Connection there, String relation) throws SQLException {
    List<List<String>> columns =
        rows(
            there,
            "SELECT attname, atttypid FROM pg_attribute WHERE attnum > 0"
                + " AND attrelid = 'pg_catalog."
                + relation
                + "'::regclass ORDER BY attnum");
    String key = columns.get(0).get(0);
    boolean numbered = List.of("24", "26").contains(columns.get(0).get(1));
    String condition = numbered ? " WHERE " + key + "::oid < 16384" : "";
    for (List<String> column : columns) {
      String name = column.get(0);
      String query = "SELECT " + key + ", " + name + " FROM pg_catalog." + relation + condition;
      Optional<List<List<String>>> found = answered(here, query);
      if (found.isEmpty()) {
        refused.add(relation + "." + name);
      } else {
        boolean equal = sorted(found.get()).equals(sorted(rows(there, query)));
        (equal ? same : different).add(relation + "." + name);
      }
    }
  }

  private static List<String> sorted(List<List<String>> rows) {
    return rows.stream().map(List::toString).sorted().toList();
  }

  private static Optional<List<List<String>>> answered(Connection connection, String query)
      throws SQLException {
    try {
      return Optional.of(rows(connection, query));
    } catch (SQLException error) {
      if (error.getSQLState().equals(NOT_SIMULATED)) {
        return Optional.empty();
      }
      throw error;
    }
  }

  private static List<List<String>> rows(Connection connection, String query) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
