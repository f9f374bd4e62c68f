package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.execution.TargetIndex;
import io.pgdouble.engine.execution.TargetTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.storage.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether PostgreSQL's planner would have a table read in the same way, as far as that shows in
 * what a serializable transaction counts as having read. A table that was never analyzed is taken
 * for one of ten pages: rows with one key are found by the index, and where no index fits all rows
 * are looked at. Whatever else depends on costs ({@code costsize.c}), which are not known here.
 *
 * @param conditions those on the table, if no others
 */
record ScanCertainty(Query query, List<Expression> conditions, Catalog catalog) {
  private static final String NEVER_ANALYZED = "-1";

  /** Aggregates that an index may answer ({@code planagg.c}). */
  private static final Set<String> FIRST_OR_LAST = Set.of("min", "max");

  Certainty of(RelationEntry table, TargetTable target, Optional<TableScan.Key> key) {
    boolean certain =
        key.isPresent() ? isNeverAnalyzed(table) : target.indexes().isEmpty() || isWhole(target);
    return certain ? Certainty.CERTAIN : Certainty.POSSIBLE;
  }

  private boolean isNeverAnalyzed(RelationEntry table) {
    return catalog
        .facts()
        .table("pg_class")
        .byOid(Integer.toUnsignedLong(table.oid()))
        .filter(row -> row.text("reltuples").equals(NEVER_ANALYZED))
        .isPresent();
  }

  /** No index helps to find the rows; one that gives them in order gives all of them. */
  private boolean isWhole(TargetTable target) {
    return query.from().size() == 1
        && query.rangeTable().size() == 1
        && query.limit().isEmpty()
        && !new FirstOrLast().isIn(query)
        && target.indexes().stream().noneMatch(this::mayHelp);
  }

  private boolean mayHelp(TargetIndex index) {
    int first = index.attributes()[0];
    boolean mentioned =
        conditions.stream()
            .flatMapToInt(condition -> IntStream.of(ColumnsOf.indexes(condition)))
            .anyMatch(column -> first < 0 || column == first);
    return mentioned || index.predicate().isPresent() && !conditions.isEmpty();
  }

  private static final class FirstOrLast extends ExpressionWalker {
    boolean isIn(Query query) {
      return query.targets().stream().anyMatch(target -> walk(target.expression()));
    }

    @Override
    public Boolean onAggref(Expression.Aggref node) {
      return FIRST_OR_LAST.contains(node.function().name()) || super.onAggref(node);
    }
  }
}
