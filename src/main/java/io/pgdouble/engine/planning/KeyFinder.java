package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.KeyCasts;
import io.pgdouble.engine.execution.RelationScan;
import io.pgdouble.engine.execution.SystemRelations;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.execution.TargetIndex;
import io.pgdouble.engine.execution.TargetTable;
import io.pgdouble.engine.expression.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in the conditions on a table an index by which its rows can be looked up ({@code
 * indxpath.c}). The conditions are tested all the same.
 */
final class KeyFinder {
  /** Equality of integers of different width: the index has those of one. */
  private static final Set<String> INTEGER_EQUALITIES =
      Set.of("int24eq", "int28eq", "int42eq", "int48eq", "int82eq", "int84eq");

  private final int range;
  private final RelationEntry relation;
  private final Catalog catalog;
  private final ExpressionCompiler compiler;
  private final Map<Integer, Evaluator> equal = new HashMap<>();

  KeyFinder(int range, RelationEntry relation, Catalog catalog, ExpressionCompiler compiler) {
    this.range = range;
    this.relation = relation;
    this.catalog = catalog;
    this.compiler = compiler;
  }

  Optional<TableScan.Key> find(List<Expression> conditions, TargetTable table) {
    conditions.forEach(this::note);
    if (equal.isEmpty()) {
      return Optional.empty();
    }
    TableScan.Key best = null;
    for (TargetIndex index : table.indexes()) {
      int columns = columns(index);
      boolean better = best == null || columns > best.values().length;
      boolean unique = index.isUnique() && columns == index.attributes().length;
      if (columns > 0 && index.predicate().isEmpty() && (better || unique)) {
        best = key(index, columns);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Columns of a system relation whose values are known, where its facts can be looked up by them.
   */
  List<RelationScan.Key> find(List<Expression> conditions) {
    conditions.forEach(this::note);
    List<RelationScan.Key> keys = new ArrayList<>();
    equal.forEach(
        (column, value) -> {
          if (SystemRelations.isPlain(catalog.facts(), relation, column)) {
            keys.add(new RelationScan.Key(relation.attributes().get(column).name(), value));
          }
        });
    return keys;
  }

  /** How many of an index's first columns are known. */
  private int columns(TargetIndex index) {
    int known = 0;
    while (known < index.attributes().length && equal.containsKey(index.attributes()[known])) {
      known++;
    }
    return known;
  }

  private TableScan.Key key(TargetIndex index, int columns) {
    List<Evaluator> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      values.add(equal.get(index.attributes()[i]));
    }
    return new TableScan.Key(index, values.toArray(Evaluator[]::new));
  }

  private void note(Expression condition) {
    if (condition instanceof Expression.OpExpr comparison && comparison.arguments().size() == 2) {
      note(comparison, 0);
      note(comparison, 1);
    }
  }

  private void note(Expression.OpExpr comparison, int side) {
    Expression value = comparison.arguments().get(1 - side);
    boolean fits =
        comparison.arguments().get(side) instanceof Expression.Var column
            && column.levelsUp() == 0
            && column.relation() == range
            && column.attribute() > 0
            && RelationFinder.relations(value).isEmpty()
            && !Volatility.isVolatile(value)
            && !SubLinkFinder.has(value);
    if (fits) {
      int index = ((Expression.Var) comparison.arguments().get(side)).attribute() - 1;
      equality(comparison, relation.attributes().get(index), value)
          .ifPresent(known -> equal.putIfAbsent(index, known));
    }
  }

  /** The value, in the column's type. */
  private Optional<Evaluator> equality(
      Expression.OpExpr comparison, AttributeEntry column, Expression value) {
    if (INTEGER_EQUALITIES.contains(comparison.function().source())) {
      return Optional.of(KeyCasts.of(compiler.compile(value), column.type()));
    }
    boolean own =
        catalog
            .ordering(column.type())
            .filter(ordering -> ordering.equal().function() == comparison.function().oid())
            .isPresent();
    return own ? Optional.of(compiler.compile(value)) : Optional.empty();
  }
}
