package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.WindowFunc;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.function.WindowFunctions;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.SameTree;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Calls with an OVER clause ({@code ParseFuncOrColumn}, {@code transformWindowFuncCall}). */
final class WindowCalls {
  private final ParseState state;
  private final FuncCall node;
  private final ProcEntry function;

  private WindowCalls(ParseState state, FuncCall node, ProcEntry function) {
    this.state = state;
    this.node = node;
    this.function = function;
  }

  static Expression analyze(
      ParseState state, FuncCall node, Candidate<ProcEntry> candidate, List<Expression> given) {
    WindowCalls calls = new WindowCalls(state, node, candidate.entry());
    Optional<Expression> filter =
        node.aggFilter().map(f -> SelectAnalyzer.condition(state, f, ClauseKind.FILTER));
    CallArguments made = CallArguments.of(state, candidate, given);
    calls.check(given);
    calls.refuseSets(made.arguments());
    calls.refuseNested(made.arguments());
    calls.refuseHere();
    return calls.call(made, filter);
  }

  private void check(List<Expression> given) {
    if (node.aggDistinct()) {
      throw unsupported("DISTINCT is not implemented for window functions");
    }
    if (function.isAggregate() && given.isEmpty() && !node.aggStar()) {
      throw Complaint.error(
          node.location(),
          SqlState.WRONG_OBJECT_TYPE,
          String.join(".", node.funcname())
              + "(*) must be used to call a parameterless aggregate function");
    }
    if (!node.aggOrder().isEmpty()) {
      throw unsupported("aggregate ORDER BY is not implemented for window functions");
    }
    if (!function.isAggregate() && node.aggFilter().isPresent()) {
      throw unsupported("FILTER is not implemented for non-aggregate window functions");
    }
  }

  private RuntimeException unsupported(String message) {
    return Complaint.error(node.location(), SqlState.FEATURE_NOT_SUPPORTED, message);
  }

  private void refuseSets(List<Expression> arguments) {
    for (Expression argument : arguments) {
      if (SetReturning.in(argument)) {
        throw Complaint.at(
                SetReturning.locationIn(argument),
                SqlState.FEATURE_NOT_SUPPORTED,
                "window function calls cannot contain set-returning function calls")
            .withHint(
                "You might be able to move the set-returning function into a LATERAL FROM item.")
            .toException();
      }
    }
  }

  private void refuseNested(List<Expression> arguments) {
    Finder finder = new Finder();
    if (finder.walk(arguments)) {
      throw Complaint.error(
          finder.location, SqlState.WINDOWING_ERROR, "window function calls cannot be nested");
    }
  }

  private void refuseHere() {
    refusal(state.kind)
        .ifPresent(
            place -> {
              throw Complaint.error(
                  node.location(),
                  SqlState.WINDOWING_ERROR,
                  "window functions are not allowed in " + place);
            });
  }

  private static Optional<String> refusal(ClauseKind kind) {
    return switch (kind) {
      case SELECT_TARGET, ORDER_BY, DISTINCT_ON, OTHER -> Optional.empty();
      case JOIN_ON, JOIN_USING -> Optional.of("JOIN conditions");
      case FROM_FUNCTION -> Optional.of("functions in FROM");
      case WINDOW_PARTITION,
          WINDOW_ORDER,
          WINDOW_FRAME_RANGE,
          WINDOW_FRAME_ROWS,
          WINDOW_FRAME_GROUPS ->
          Optional.of("window definitions");
      case EXECUTE_PARAMETER -> Optional.of("EXECUTE parameters");
      case FUNCTION_DEFAULT -> Optional.of("DEFAULT expressions");
      case MERGE_WHEN -> Optional.of("MERGE WHEN conditions");
      case FROM_SUBSELECT,
          WHERE,
          HAVING,
          FILTER,
          GROUP_BY,
          LIMIT,
          OFFSET,
          VALUES,
          VALUES_SINGLE,
          UPDATE_SOURCE,
          RETURNING,
          COLUMN_DEFAULT,
          CALL_ARGUMENT,
          CHECK_CONSTRAINT,
          GENERATED_COLUMN,
          INDEX_EXPRESSION,
          INDEX_PREDICATE,
          TRIGGER_WHEN,
          COPY_WHERE,
          ALTER_TRANSFORM ->
          Optional.of(kind.words());
    };
  }

  private Expression call(CallArguments made, Optional<Expression> filter) {
    Optional<AggregateEntry> aggregate = state.catalog().aggregate(function.oid());
    if (aggregate.isEmpty() && WindowFunctions.find(function.source()).isEmpty()) {
      throw Complaint.notSimulated("function " + function.signature());
    }
    return new WindowFunc(
        function,
        aggregate,
        made.resultType(),
        Collations.ofInputs(state, made.arguments()),
        made.arguments(),
        filter,
        window(node.over().orElseThrow()),
        node.aggStar(),
        node.location());
  }

  /** The index of the window that an OVER clause names or describes. */
  private int window(WindowDef over) {
    for (int i = 0; i < state.windows.size(); i++) {
      WindowDef known = state.windows.get(i);
      if (over.name().isPresent() ? known.name().equals(over.name()) : isAlike(known, over)) {
        return i;
      }
    }
    if (over.name().isPresent()) {
      throw WindowDefinitions.missing(over, over.name().get());
    }
    state.windows.add(over);
    return state.windows.size() - 1;
  }

  /** Whether two definitions differ in no more than the names they are given. */
  private static boolean isAlike(WindowDef known, WindowDef over) {
    return known.refname().equals(over.refname())
        && known.frameOptions() == over.frameOptions()
        && SameTree.same(known.partitionClause(), over.partitionClause())
        && SameTree.same(known.orderClause(), over.orderClause())
        && SameTree.same(known.startOffset(), over.startOffset())
        && SameTree.same(known.endOffset(), over.endOffset());
  }

  /** Finds window functions that are no subquery's. */
  private static final class Finder extends ExpressionWalker {
    private int location = -1;

    @Override
    public Boolean onWindowFunc(WindowFunc node) {
      location = node.location();
      return true;
    }
  }
}
