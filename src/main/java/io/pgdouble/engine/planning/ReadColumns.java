package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.ConflictTarget;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.OnConflict;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which columns of a table whoever runs a query must be allowed to read ({@code selectedCols}). */
record ReadColumns(Query query, int range, RangeEntry.Relation table) {

  /** Their numbers: those that are used, and those that name conflicts. */
  List<Integer> numbers(Facts facts) {
    TreeSet<Integer> numbers =
        new TreeSet<>(ColumnUse.numbers(query, range, table.columns().size()));
    query
        .modification()
        .filter(writing -> writing.relation() == range)
        .flatMap(Modification::onConflict)
        .map(OnConflict::target)
        .ifPresent(target -> numbers.addAll(numbers(target, facts)));
    return List.copyOf(numbers);
  }

  private List<Integer> numbers(ConflictTarget target, Facts facts) {
    List<Integer> numbers = new ArrayList<>(target.columns());
    List<Expression> expressions = new ArrayList<>(target.expressions());
    target.where().ifPresent(expressions::add);
    int all = table.columns().size();
    expressions.forEach(one -> numbers.addAll(ColumnUse.numbers(one, range, all)));
    facts
        .table("pg_constraint")
        .byOid(Integer.toUnsignedLong(target.constraint()))
        .ifPresent(row -> row.list("conkey").forEach(one -> numbers.add(Integer.valueOf(one))));
    return numbers;
  }
}
