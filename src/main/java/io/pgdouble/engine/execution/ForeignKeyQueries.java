package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import java.util.function.Supplier;

/**
 * The queries that foreign keys run, as errors within them tell ({@code ri_triggers.c}, {@code
 * spi.c: _SPI_error_callback}).
 */
final class ForeignKeyQueries {
  private static final String EQUALS = " OPERATOR(pg_catalog.=) ";

  private ForeignKeyQueries() {}

  /** Does what such a query does. */
  static <T> T within(String query, Frame frame, Supplier<T> work) {
    return frame
        .context
        .routines()
        .within(report -> report.inContext("SQL statement \"" + query + "\""), work);
  }

  static String check(ForeignKey key, Frame frame) {
    RelationEntry table = relation(key.referenced(), frame);
    StringBuilder query = new StringBuilder("SELECT 1 FROM ONLY " + name(table) + " x");
    for (int i = 0; i < key.referenced().columns().length; i++) {
      query
          .append(i == 0 ? " WHERE " : " AND ")
          .append(column(table, key.referenced().columns()[i]))
          .append(EQUALS)
          .append("$")
          .append(i + 1);
    }
    return query.append(" FOR KEY SHARE OF x").toString();
  }

  static String restrict(ForeignKey key, Frame frame) {
    RelationEntry table = relation(key.referencing(), frame);
    return "SELECT 1 FROM ONLY "
        + name(table)
        + " x"
        + where(key, table, 1)
        + " FOR KEY SHARE OF x";
  }

  static String delete(ForeignKey key, Frame frame) {
    RelationEntry table = relation(key.referencing(), frame);
    return "DELETE FROM ONLY " + name(table) + where(key, table, 1);
  }

  /** An update that sets each column to a word, or to a parameter where there is none. */
  static String update(ForeignKey key, int[] columns, String word, Frame frame) {
    RelationEntry table = relation(key.referencing(), frame);
    StringBuilder query = new StringBuilder("UPDATE ONLY " + name(table) + " SET");
    for (int i = 0; i < columns.length; i++) {
      query
          .append(i == 0 ? " " : ", ")
          .append(column(table, columns[i]))
          .append(" = ")
          .append(word.isEmpty() ? "$" + (i + 1) : word);
    }
    return query.append(where(key, table, word.isEmpty() ? columns.length + 1 : 1)).toString();
  }

  private static String where(ForeignKey key, RelationEntry table, int first) {
    StringBuilder condition = new StringBuilder();
    int[] columns = key.referencing().columns();
    for (int i = 0; i < columns.length; i++) {
      condition
          .append(i == 0 ? " WHERE $" : " AND $")
          .append(first + i)
          .append(EQUALS)
          .append(column(table, columns[i]));
    }
    return condition.toString();
  }

  private static RelationEntry relation(ForeignKey.Side side, Frame frame) {
    return side.table().of(frame.context).relation();
  }

  private static String name(RelationEntry table) {
    return quoted(table.schema()) + "." + quoted(table.name());
  }

  private static String column(RelationEntry table, int index) {
    return quoted(table.attributes().get(index).name());
  }

  /** {@code quoteOneName}: always. */
  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
