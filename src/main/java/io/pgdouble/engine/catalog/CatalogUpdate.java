package io.pgdouble.engine.catalog;

import io.pgdouble.facts.Facts;

/**
 * One column of one row of a catalog gets another value.
 *
 * @param value in the text form of COPY
 */
public record CatalogUpdate(String table, long oid, String column, String value) {

  /** The catalog with the new value. */
  public Facts in(Facts facts) {
    return facts.with(facts.table(table).updated(oid, column, value));
  }
}
