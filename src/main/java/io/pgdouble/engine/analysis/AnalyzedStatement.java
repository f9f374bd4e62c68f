package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.Statement;
import java.util.List;
import java.util.Optional;

/** What analysis makes of a statement. */
public sealed interface AnalyzedStatement {

  /** A statement with a plan and a result. */
  record AnalyzedQuery(Query query, List<OutputColumn> columns) implements AnalyzedStatement {}

  /**
   * A statement that runs without a plan of its own.
   *
   * @param query of DECLARE CURSOR, EXPLAIN and CREATE TABLE AS: the query inside, analysed when
   *     the statement is, as PostgreSQL does
   */
  record AnalyzedUtility(Statement statement, Optional<AnalyzedQuery> query)
      implements AnalyzedStatement {}
}
