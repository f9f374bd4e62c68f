package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.TargetIndex;
import io.pgdouble.engine.execution.TargetTable;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.Query;
import java.util.HashSet;
import java.util.Set;

/**
 * Which statements write so little that they may be begun where nobody may wait. Such a statement
 * waits, if at all, before it has done anything: so it can be begun anew where it can.
 */
final class LightWriting {
  private LightWriting() {}

  /** Whether a statement is such a one whose rows are found in constant time. */
  static boolean is(Query query, TargetTable table) {
    Modification writing = query.modification().orElseThrow();
    boolean quiet =
        table.triggers().isEmpty()
            && query.with().isEmpty()
            && !query.setReturning()
            && !Volatility.isVolatile(query);
    return quiet
        && switch (writing.kind()) {
          case INSERT -> writing.onConflict().isEmpty() && insertsWithoutLooking(table);
          case UPDATE -> table.references().isEmpty() && !touchesKeys(writing, table);
          case DELETE -> table.referencing().isEmpty();
          case MERGE -> false;
        };
  }

  /** Nobody can stand in the way of a row without keys. */
  private static boolean insertsWithoutLooking(TargetTable table) {
    return table.references().isEmpty()
        && table.indexes().stream().noneMatch(TargetIndex::isUnique);
  }

  /** Whether a key changes, or may change: one of an expression depends on any column. */
  private static boolean touchesKeys(Modification writing, TargetTable table) {
    Set<Integer> written = new HashSet<>(writing.columns());
    table.generated().forEach(generated -> written.add(generated.column() + 1));
    return table.indexes().stream()
        .filter(TargetIndex::isUnique)
        .anyMatch(index -> !index.isKey() || touches(index, written));
  }

  private static boolean touches(TargetIndex index, Set<Integer> written) {
    for (int attribute : index.attributes()) {
      if (written.contains(attribute + 1)) {
        return true;
      }
    }
    return false;
  }
}
