package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.type.DataType;
import io.pgdouble.type.Types;
import java.util.List;

/** From sort clauses to orders of rows. */
final class Orders {
  private Orders() {}

  /** The order of rows that have the targets as columns. */
  static RowOrder ofTargets(List<SortClause> clauses, List<TargetEntry> targets) {
    int[] columns = new int[clauses.size()];
    RowOrder.Key[] keys = new RowOrder.Key[columns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = indexOf(clauses.get(i).reference(), targets);
      keys[i] = key(clauses.get(i), targets.get(columns[i]).expression().type());
    }
    return new RowOrder(columns, keys);
  }

  static RowOrder.Key key(SortClause clause, int type) {
    int collation = Types.find(type).map(DataType::collationOid).orElse(0);
    return new RowOrder.Key(
        FunctionCalls.comparison(clause.comparison(), type, collation),
        clause.descending(),
        clause.nullsFirst());
  }

  static int indexOf(int reference, List<TargetEntry> targets) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).sortGroup() == reference) {
        return i;
      }
    }
    throw new IllegalStateException("no target " + reference);
  }
}
