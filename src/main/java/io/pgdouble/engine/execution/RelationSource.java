package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ExecutionContext;
import java.util.Iterator;
import java.util.Optional;

/**
 * Where the rows of system relations come from that depend on what is going on: {@code
 * pg_stat_activity}, {@code pg_settings}, {@code pg_prepared_statements}, {@code pg_cursors}. The
 * engine's core implements it.
 */
public interface RelationSource {
  /** Knows none. */
  RelationSource NONE =
      new RelationSource() {
        @Override
        public Optional<Iterator<Object[]>> rows(RelationEntry relation, ExecutionContext context) {
          return Optional.empty();
        }

        @Override
        public Catalog catalog() {
          throw new IllegalStateException("there is no catalog to plan with");
        }
      };

  /**
   * The rows of a relation at this moment, each with a value for every attribute in order.
   *
   * @return empty where the source does not know the relation; its rows are then facts
   */
  Optional<Iterator<Object[]>> rows(RelationEntry relation, ExecutionContext context);

  /** The version of the catalog that plans are made with. */
  Catalog catalog();
}
