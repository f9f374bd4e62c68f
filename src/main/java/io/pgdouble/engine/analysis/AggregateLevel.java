package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.Expression.GroupingFunc;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.Expression.WindowFunc;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Where aggregates may stand ({@code check_agglevels_and_constraints}). */
final class AggregateLevel {
  private AggregateLevel() {}

  /** The call as one of the query that it belongs to, which counts it. */
  static Aggref placed(ParseState state, Aggref call) {
    Finder finder = new Finder();
    for (TargetEntry argument : call.arguments()) {
      finder.look(argument.expression());
    }
    call.filter().ifPresent(finder::walk);
    if (finder.nearest == Integer.MAX_VALUE) {
      finder.nearest = finder.nearestAggregate == Integer.MAX_VALUE ? 0 : finder.nearestAggregate;
    }
    finder.refuseNested(finder.nearest);
    Finder direct = new Finder();
    call.direct().forEach(direct::look);
    int level = finder.nearest;
    direct.refuseLower(level);
    direct.refuseNested(level);
    ParseState owner = owner(state, level);
    refuseBy(owner.kind)
        .ifPresent(
            place -> {
              throw Complaint.error(
                  call.location(),
                  SqlState.GROUPING_ERROR,
                  "aggregate functions are not allowed in " + place);
            });
    owner.hasAggregates = true;
    return level == 0 ? call : call.at(level);
  }

  private static ParseState owner(ParseState state, int level) {
    ParseState owner = state;
    for (int i = 0; i < level; i++) {
      owner = owner.parent.orElseThrow();
    }
    return owner;
  }

  /** Checks GROUPING, which stands where aggregates may. */
  static void check(ParseState state, GroupingFunc call) {
    Finder finder = new Finder();
    call.arguments().forEach(finder::walk);
    if (finder.nearest == Integer.MAX_VALUE) {
      finder.nearest = finder.nearestAggregate == Integer.MAX_VALUE ? 0 : finder.nearestAggregate;
    }
    finder.refuseNested(finder.nearest);
    if (finder.nearest > 0) {
      throw Complaint.notSimulated("GROUPING of an outer query");
    }
    refuseBy(state.kind)
        .ifPresent(
            place -> {
              throw Complaint.error(
                  call.location(),
                  SqlState.GROUPING_ERROR,
                  "grouping operations are not allowed in " + place);
            });
    state.hasAggregates = true;
  }

  private static void refuseSets(Expression argument) {
    if (SetReturning.in(argument)) {
      throw Complaint.at(
              SetReturning.locationIn(argument),
              SqlState.FEATURE_NOT_SUPPORTED,
              "aggregate function calls cannot contain set-returning function calls")
          .withHint(
              "You might be able to move the set-returning function into a LATERAL FROM item.")
          .toException();
    }
  }

  private static Optional<String> refuseBy(ClauseKind kind) {
    return switch (kind) {
      case SELECT_TARGET, HAVING, ORDER_BY, DISTINCT_ON, WINDOW_PARTITION, WINDOW_ORDER ->
          Optional.empty();
      case JOIN_ON, JOIN_USING -> Optional.of("JOIN conditions");
      case FROM_SUBSELECT -> Optional.of("FROM clause of their own query level");
      case FROM_FUNCTION -> Optional.of("functions in FROM");
      case EXECUTE_PARAMETER -> Optional.of("EXECUTE parameters");
      case FUNCTION_DEFAULT -> Optional.of("DEFAULT expressions");
      case MERGE_WHEN -> Optional.of("MERGE WHEN conditions");
      case WHERE,
          FILTER,
          GROUP_BY,
          LIMIT,
          OFFSET,
          VALUES,
          COLUMN_DEFAULT,
          CALL_ARGUMENT,
          CHECK_CONSTRAINT,
          GENERATED_COLUMN,
          INDEX_EXPRESSION,
          INDEX_PREDICATE,
          TRIGGER_WHEN,
          COPY_WHERE,
          ALTER_TRANSFORM,
          VALUES_SINGLE,
          UPDATE_SOURCE,
          RETURNING,
          WINDOW_FRAME_RANGE,
          WINDOW_FRAME_ROWS,
          WINDOW_FRAME_GROUPS ->
          Optional.of(kind.words());
      case OTHER -> Optional.empty();
    };
  }

  /** Finds the nearest query levels that the arguments refer to. */
  private static final class Finder extends ExpressionWalker {
    private int depth;
    private int nearest = Integer.MAX_VALUE;
    private int nearestAggregate = Integer.MAX_VALUE;
    private int aggregateLocation = -1;
    private int columnLocation = -1;

    void look(Expression argument) {
      walk(argument);
      refuseSets(argument);
    }

    /** In direct arguments: what they are computed of must be a group of that query. */
    void refuseLower(int level) {
      if (nearest < level) {
        throw Complaint.error(
            columnLocation,
            SqlState.GROUPING_ERROR,
            "outer-level aggregate cannot contain a lower-level variable in its direct arguments");
      }
    }

    void refuseNested(int level) {
      if (nearestAggregate <= level) {
        throw Complaint.error(
            aggregateLocation,
            SqlState.GROUPING_ERROR,
            "aggregate function calls cannot be nested");
      }
    }

    @Override
    public Boolean onVar(Var node) {
      int level = node.levelsUp() - depth;
      if (level >= 0 && level < nearest) {
        nearest = level;
        columnLocation = node.location();
      }
      return false;
    }

    @Override
    public Boolean onAggref(Aggref node) {
      int level = node.levelsUp() - depth;
      if (level >= 0 && level < nearestAggregate) {
        nearestAggregate = level;
        aggregateLocation = node.location();
      }
      return super.onAggref(node);
    }

    @Override
    public Boolean onGroupingFunc(GroupingFunc node) {
      if (depth == 0) {
        nearestAggregate = 0;
        aggregateLocation = node.location();
      }
      return super.onGroupingFunc(node);
    }

    @Override
    public Boolean onWindowFunc(WindowFunc node) {
      if (depth == 0) {
        throw Complaint.error(
            node.location(),
            SqlState.GROUPING_ERROR,
            "aggregate function calls cannot contain window function calls");
      }
      return super.onWindowFunc(node);
    }

    @Override
    protected boolean query(Query query) {
      depth++;
      QueryExpressions.walk(query, this, this::query);
      depth--;
      return false;
    }
  }
}
