package io.pgdouble.engine.expression;

import java.util.List;

/**
 * A common table expression.
 *
 * @param aliases the names that it gives its columns
 * @param recursive whether its query refers to itself
 */
public record CommonTable(
    String name,
    List<String> aliases,
    Materialized materialized,
    Query query,
    boolean recursive,
    List<RangeColumn> columns) {

  /** The same of another query. */
  public CommonTable withQuery(Query other) {
    return new CommonTable(name, aliases, materialized, other, recursive, columns);
  }

  /** {@code CTEMaterialize}. */
  public enum Materialized {
    DEFAULT,
    ALWAYS,
    NEVER
  }
}
