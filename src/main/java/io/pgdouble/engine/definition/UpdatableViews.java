package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.function.ObjectDefinitions.InsteadTriggers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which views rows can be written through ({@code rewriteHandler.c}). Manual: {@code
 * sql-createview}.
 */
public final class UpdatableViews {
  /** {@code 1 << CMD_UPDATE}. */
  public static final int UPDATE = 1 << 2;

  /** {@code 1 << CMD_INSERT}. */
  public static final int INSERT = 1 << 3;

  /** {@code 1 << CMD_DELETE}. */
  public static final int DELETE = 1 << 4;

  private static final int ALL = UPDATE | INSERT | DELETE;

  private final Catalog catalog;
  private final Function<RelationEntry, Optional<Query>> queries;

  /**
   * @param queries the query of a view
   */
  UpdatableViews(Catalog catalog, Function<RelationEntry, Optional<Query>> queries) {
    this.catalog = catalog;
    this.queries = queries;
  }

  /** What stands in the way; empty where rows can be deleted through it. */
  public static Optional<String> obstacle(Query view) {
    return clause(view).map(what -> "Views " + what + " are not automatically updatable.");
  }

  private static Optional<String> clause(Query view) {
    String what = "";
    if (!view.distinct().isEmpty()) {
      what = "containing DISTINCT";
    } else if (!view.groupBy().isEmpty() || !view.wording().grouping().isEmpty()) {
      what = "containing GROUP BY";
    } else if (view.having().isPresent()) {
      what = "containing HAVING";
    } else if (view.setOperation().isPresent()) {
      what = "containing UNION, INTERSECT, or EXCEPT";
    } else if (!view.with().isEmpty()) {
      what = "containing WITH";
    } else if (view.offset().isPresent() || view.limit().isPresent()) {
      what = "containing LIMIT or OFFSET";
    } else if (view.grouped()) {
      what = "that return aggregate functions";
    } else if (!view.windows().isEmpty()) {
      what = "that return window functions";
    } else if (view.setReturning()) {
      what = "that return set-returning functions";
    } else if (base(view).isEmpty()) {
      what = "that do not select from a single table or view";
    }
    return Optional.of(what).filter(one -> !one.isEmpty());
  }

  /** The same where rows are put into it: at least one column must be a column. */
  public static Optional<String> obstacleToValues(Query view) {
    Optional<String> obstacle = obstacle(view);
    boolean none = view.targets().stream().noneMatch(one -> obstacle(view, one).isEmpty());
    return obstacle.isEmpty() && none
        ? Optional.of("Views that have no updatable columns are not automatically updatable.")
        : obstacle;
  }

  /** The only table or view that it reads. */
  public static Optional<RelationEntry> base(Query view) {
    return view.from().size() == 1
            && view.from().get(0) instanceof FromNode.Range range
            && view.rangeTable().get(range.relation()) instanceof RangeEntry.Relation table
            && "rvp".indexOf(table.relation().kind()) >= 0
        ? Optional.of(table.relation())
        : Optional.empty();
  }

  /** What keeps a column of such a view from being written. */
  public static Optional<String> obstacle(Query view, TargetEntry column) {
    String what = "";
    if (column.junk()) {
      return Optional.of("Junk view columns are not updatable.");
    }
    if (!(column.expression() instanceof Expression.Var base) || base.levelsUp() != 0) {
      what = "are not columns of their base relation";
    } else if (base.attribute() < 0) {
      what = "refer to system columns";
    } else if (base.attribute() == 0) {
      what = "return whole-row references";
    }
    return Optional.of(what)
        .filter(one -> !one.isEmpty())
        .map(one -> "View columns that " + one + " are not updatable.");
  }

  /**
   * {@code relation_is_updatable}: what can be done to a relation, as bits.
   *
   * @param columns the numbers of those that are to be written; empty for any
   */
  int events(RelationEntry relation, Set<Integer> columns, InsteadTriggers triggers) {
    return switch (relation.kind()) {
      case 'r', 'p' -> ALL;
      case 'v' ->
          queries.apply(relation).map(query -> ofView(query, columns, triggers)).orElse(0)
              | (triggers == InsteadTriggers.COUNTED ? ofTriggers(relation) : 0);
      default -> 0;
    };
  }

  private int ofView(Query view, Set<Integer> columns, InsteadTriggers triggers) {
    if (obstacle(view).isPresent()) {
      return 0;
    }
    Set<Integer> beneath = new HashSet<>();
    List<TargetEntry> targets = view.visibleTargets();
    for (int i = 0; i < targets.size(); i++) {
      boolean asked = columns.isEmpty() || columns.contains(i + 1);
      if (asked && obstacle(view, targets.get(i)).isEmpty()) {
        beneath.add(((Expression.Var) targets.get(i).expression()).attribute());
      }
    }
    int own = beneath.isEmpty() ? DELETE : ALL;
    RelationEntry base = base(view).orElseThrow();
    return base.kind() == 'v' ? own & events(base, beneath, triggers) : own;
  }

  private int ofTriggers(RelationEntry view) {
    int events = 0;
    for (ModificationKind kind :
        List.of(ModificationKind.INSERT, ModificationKind.UPDATE, ModificationKind.DELETE)) {
      events |= hasInsteadTrigger(catalog, view, kind) ? bit(kind) : 0;
    }
    return events;
  }

  private static int bit(ModificationKind kind) {
    return switch (kind) {
      case INSERT -> INSERT;
      case UPDATE -> UPDATE;
      case DELETE -> DELETE;
      case MERGE -> 0;
    };
  }

  /** Whether an INSTEAD OF trigger does what is to be done. */
  public static boolean hasInsteadTrigger(
      Catalog catalog, RelationEntry view, ModificationKind kind) {
    int event =
        switch (kind) {
          case INSERT -> TriggerEntry.INSERT;
          case UPDATE -> TriggerEntry.UPDATE;
          case DELETE -> TriggerEntry.DELETE;
          case MERGE -> 0;
        };
    int wanted = TriggerEntry.INSTEAD | event;
    return catalog
        .facts()
        .table("pg_trigger")
        .where("tgrelid", Integer.toUnsignedString(view.oid()))
        .stream()
        .anyMatch(row -> (row.integer("tgtype") & wanted) == wanted);
  }
}
