package io.pgdouble.engine.analysis;

import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry.IndexColumn;
import io.pgdouble.engine.definition.TableEntry.IndexEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.RangeEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether rows are grouped by a primary key, on which all columns of its table depend ({@code
 * pg_constraint.c: check_functional_grouping}).
 */
final class GroupedKeys {
  /** {@code transam.h: FirstNormalObjectId}. */
  private static final int FIRST_NORMAL_OID = 16_384;

  private GroupedKeys() {}

  /** The constraint of the key by which they are. */
  static Optional<Integer> determining(
      ParseState state, int relation, Collection<Expression> grouped) {
    boolean table =
        state.rangeTable.get(relation) instanceof RangeEntry.Relation entry
            && entry.relation().kind() == 'r'
            && Integer.compareUnsigned(entry.relation().oid(), FIRST_NORMAL_OID) >= 0;
    if (!table) {
      return Optional.empty();
    }
    Set<Integer> columns = new HashSet<>();
    for (Expression key : grouped) {
      if (key instanceof Var column && column.levelsUp() == 0 && column.relation() == relation) {
        columns.add(column.attribute());
      }
    }
    RangeEntry.Relation entry = (RangeEntry.Relation) state.rangeTable.get(relation);
    return TableDefinitions.of(state.catalog(), entry.relation()).indexes().stream()
        .filter(index -> isKey(index, columns))
        .map(IndexEntry::constraint)
        .findFirst();
  }

  private static boolean isKey(IndexEntry index, Set<Integer> columns) {
    return index.primary()
        && !index.deferrable()
        && index.columns().stream().map(IndexColumn::attribute).allMatch(columns::contains);
  }
}
