package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The type modifiers of a planned query's columns. They may be others than analysis found: where
 * constants were folded, and a subquery became a part of the query around it, a column may have
 * become a plain one of a table ({@code prepjointree.c: is_simple_subquery}, {@code subselect.c:
 * SS_process_ctes}). A query that only passes a subquery's columns on leaves no plan of its own
 * ({@code setrefs.c: trivial_subqueryscan}).
 */
final class PlannedTypmods {
  private PlannedTypmods() {}

  static int[] of(Query planned) {
    int[] typmods = new int[planned.shownTargets().size()];
    int count = 0;
    for (TargetEntry target : planned.shownTargets()) {
      if (!target.junk()) {
        typmods[count++] = of(target.expression(), planned);
      }
    }
    return count == typmods.length ? typmods : Arrays.copyOf(typmods, count);
  }

  private static int of(Expression expression, Query around) {
    if (expression instanceof Var column && column.levelsUp() == 0 && column.attribute() > 0) {
      RangeEntry entry = around.rangeTable().get(column.relation());
      Optional<Query> inside = pulledUp(entry, around);
      if (inside.isPresent()) {
        return of(inside.get().targets().get(column.attribute() - 1).expression(), inside.get());
      }
    }
    return expression.typmod();
  }

  /** The subquery, if it is no longer one when it is planned. */
  private static Optional<Query> pulledUp(RangeEntry entry, Query around) {
    if (entry instanceof RangeEntry.Subquery subquery) {
      return Optional.of(subquery.query())
          .filter(inside -> isSimple(inside) || passesOn(around, inside));
    }
    if (entry instanceof RangeEntry.Relation relation) {
      return relation.body().filter(PlannedTypmods::isSimple);
    }
    if (entry instanceof RangeEntry.CommonTableReference reference && reference.levelsUp() == 0) {
      return around.with().stream()
          .filter(table -> table.name().equals(reference.table()))
          .filter(table -> InlinedTables.place(around, table).isPresent())
          .map(CommonTable::query)
          .filter(PlannedTypmods::isSimple)
          .findFirst();
    }
    return Optional.empty();
  }

  private static boolean passesOn(Query around, Query inside) {
    List<TargetEntry> targets = around.targets();
    boolean whole =
        around.rangeTable().size() == 1
            && around.where().isEmpty()
            && isSimple(around)
            && targets.size() == inside.targets().size();
    return whole && IntStream.range(0, targets.size()).allMatch(i -> isColumn(targets.get(i), i));
  }

  private static boolean isColumn(TargetEntry target, int index) {
    return target.expression() instanceof Var column && column.attribute() == index + 1;
  }

  private static boolean isSimple(Query query) {
    return query.setOperation().isEmpty()
        && !query.grouped()
        && query.windows().isEmpty()
        && !query.setReturning()
        && query.sort().isEmpty()
        && query.distinct().isEmpty()
        && query.limit().isEmpty()
        && query.offset().isEmpty()
        && query.rowMarks().isEmpty()
        && query.with().isEmpty()
        && query.modification().isEmpty()
        && !isVolatile(query);
  }

  private static boolean isVolatile(Query query) {
    return query.targets().stream().anyMatch(one -> Volatility.isVolatile(one.expression()));
  }
}
