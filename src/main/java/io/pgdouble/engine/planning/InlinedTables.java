package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.CommonTable.Materialized;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.expression.RangeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which common tables are planned as subqueries where they are read ({@code SS_process_ctes}). */
final class InlinedTables {
  private InlinedTables() {}

  /**
   * Where a common table is read.
   *
   * @param query which reads it
   * @param relation index in that query's range table
   */
  record Place(Query query, int relation) {}

  /** The place where the table's query is planned, if it is there and not on its own. */
  static Optional<Place> place(Query around, CommonTable table) {
    Query query = table.query();
    boolean can =
        !table.recursive()
            && table.materialized() != Materialized.ALWAYS
            && query.modification().isEmpty()
            && query.rowMarks().isEmpty()
            && !Volatility.isVolatile(query);
    List<Place> places = can ? References.of(around, table.name()) : List.of();
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }

  /** Finds who reads a common table, at any depth. */
  private static final class References extends ExpressionWalker {
    private final String name;
    private final List<Place> found = new ArrayList<>();
    private int depth;

    private References(String name) {
      this.name = name;
    }

    static List<Place> of(Query around, String name) {
      References references = new References(name);
      references.look(around);
      return references.found;
    }

    private void look(Query query) {
      for (int i = 0; i < query.rangeTable().size(); i++) {
        if (refers(query.rangeTable().get(i))) {
          found.add(new Place(query, i));
        }
      }
      QueryExpressions.walk(query, this, this::query);
    }

    private boolean refers(RangeEntry entry) {
      return entry instanceof RangeEntry.CommonTableReference reference
          && reference.levelsUp() == depth
          && reference.table().equals(name);
    }

    @Override
    protected boolean query(Query query) {
      depth++;
      look(query);
      depth--;
      return false;
    }
  }
}
