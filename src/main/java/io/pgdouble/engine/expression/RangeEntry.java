package io.pgdouble.engine.expression;

import io.pgdouble.engine.catalog.RelationEntry;
import java.util.List;
import java.util.Optional;

/** Something a query reads rows from ({@code RangeTblEntry}). */
public sealed interface RangeEntry {
  /** The name that other parts of the query know it by, or the name PostgreSQL gives it. */
  String name();

  List<RangeColumn> columns();

  /**
   * A relation of the catalog.
   *
   * @param body the query that a view stands for
   * @param inh whether the tables that inherit from it are meant, too
   */
  record Relation(
      String name,
      RelationEntry relation,
      Optional<Query> body,
      List<RangeColumn> columns,
      boolean inh)
      implements RangeEntry {}

  /** A subquery. */
  record Subquery(String name, Query query, List<RangeColumn> columns) implements RangeEntry {}

  /**
   * Functions side by side.
   *
   * @param ordinality whether a column counts the rows
   */
  record Functions(
      String name, List<RangeFunctionCall> calls, boolean ordinality, List<RangeColumn> columns)
      implements RangeEntry {}

  /** Rows of expressions. */
  record Values(String name, List<List<Expression>> rows, List<RangeColumn> columns)
      implements RangeEntry {}

  /** Rows that come in while the query runs: those of COPY. */
  record Incoming(String name, List<RangeColumn> columns) implements RangeEntry {}

  /** The rows that a set operation on other entries yields. */
  record Combined(String name, List<RangeColumn> columns) implements RangeEntry {}

  /**
   * A reference to a common table expression.
   *
   * @param levelsUp how many queries out the WITH clause stands
   * @param self whether it is the recursive reference inside the table's own query
   */
  record CommonTableReference(
      String name, String table, int levelsUp, boolean self, List<RangeColumn> columns)
      implements RangeEntry {}
}
