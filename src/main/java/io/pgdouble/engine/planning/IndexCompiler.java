package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TableEntry.IndexColumn;
import io.pgdouble.engine.definition.TableEntry.IndexEntry;
import io.pgdouble.engine.execution.Call;
import io.pgdouble.engine.execution.KeyOrder;
import io.pgdouble.engine.execution.TargetIndex;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.Quoting;
import io.pgdouble.engine.storage.Deferral;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles the indexes of a table ({@code index.c: BuildIndexInfo}). */
final class IndexCompiler {
  /** {@code pg_am.dat: BTREE_AM_OID}, by its name in the server's own rows. */
  private static final Set<String> ORDERED = Set.of("btree", "403");

  private final Catalog catalog;
  private final RelationEntry relation;
  private final ExpressionCompiler compiler;

  IndexCompiler(Catalog catalog, RelationEntry relation) {
    this.catalog = catalog;
    this.relation = relation;
    this.compiler = new ExpressionCompiler(Scope.ofRow(relation));
  }

  /** Those of other kinds only make looking quicker. */
  static boolean isOrdered(IndexEntry index) {
    return ORDERED.contains(index.accessMethod());
  }

  TargetIndex compile(IndexEntry index) {
    List<IndexColumn> columns = index.columns();
    int[] attributes = columns.stream().mapToInt(one -> one.attribute() - 1).toArray();
    List<Expression> values = columns.stream().map(IndexColumn::value).toList();
    return new TargetIndex(
        index.oid(),
        index.name(),
        attributes,
        compiler.compile(values),
        new KeyOrder(comparisons(columns), !index.nullsNotDistinct()),
        values.stream().mapToInt(Expression::type).toArray(),
        names(columns),
        compiler.compile(index.predicate()),
        uniqueness(index),
        deferral(index));
  }

  private Call[] comparisons(List<IndexColumn> columns) {
    return columns.stream().map(this::comparison).toArray(Call[]::new);
  }

  private Call comparison(IndexColumn column) {
    int type = column.value().type();
    return FunctionCalls.comparison(
        catalog.ordering(type).orElseThrow().comparison(), type, column.collation());
  }

  /** As an error names the key ({@code pg_get_indexdef_columns}). */
  private String names(List<IndexColumn> columns) {
    return columns.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(IndexColumn column) {
    return column.attribute() == 0
        ? TargetIndex.EXPRESSION
        : Quoting.identifier(
            relation.attributes().get(column.attribute() - 1).name(), catalog.facts());
  }

  private static TargetIndex.Uniqueness uniqueness(IndexEntry index) {
    if (!index.unique()) {
      return TargetIndex.Uniqueness.NONE;
    }
    return index.deferrable()
        ? TargetIndex.Uniqueness.DEFERRABLE
        : TargetIndex.Uniqueness.IMMEDIATE;
  }

  private static Optional<Deferral> deferral(IndexEntry index) {
    Deferral.Initially initially =
        index.initiallyDeferred() ? Deferral.Initially.DEFERRED : Deferral.Initially.IMMEDIATE;
    return index.deferrable()
        ? Optional.of(new Deferral(index.constraint(), initially))
        : Optional.empty();
  }
}
