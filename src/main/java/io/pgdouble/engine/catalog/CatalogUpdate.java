package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import java.util.Map;
import java.util.Optional;

/** A change of one row of a catalog. */
public sealed interface CatalogUpdate {
  String table();

  /** Which row: its first columns, as COPY writes them. */
  String row();

  /** The table after the change. */
  FactTable in(FactTable before);

  /** The catalogs after the change. */
  default Facts in(Facts facts) {
    return facts.with(in(facts.table(table())));
  }

  /** One column of a row gets another value. */
  record Changed(String table, String row, String column, Optional<String> value)
      implements CatalogUpdate {
    @Override
    public FactTable in(FactTable before) {
      return before.updated(row, column, value);
    }
  }

  /**
   * A row more.
   *
   * @param values by columns; those that are not named are null
   */
  record Inserted(String table, String row, Map<String, String> values) implements CatalogUpdate {
    @Override
    public FactTable in(FactTable before) {
      return before.withRow(values);
    }
  }

  /** A database begins with what another has. The row is there already. */
  record Copied(String row, String template) implements CatalogUpdate {
    @Override
    public String table() {
      return "pg_database";
    }

    @Override
    public FactTable in(FactTable before) {
      return before;
    }
  }

  /** A row less. */
  record Deleted(String table, String row) implements CatalogUpdate {
    @Override
    public FactTable in(FactTable before) {
      return before.without(row);
    }
  }
}
