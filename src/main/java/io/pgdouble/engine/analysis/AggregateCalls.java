package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.function.Aggregates;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of aggregates ({@code transformAggregateCall}). */
final class AggregateCalls {
  private final ParseState state;
  private final FuncCall node;
  private final Candidate<ProcEntry> candidate;

  private AggregateCalls(ParseState state, FuncCall node, Candidate<ProcEntry> candidate) {
    this.state = state;
    this.node = node;
    this.candidate = candidate;
  }

  static Expression analyze(
      ParseState state, FuncCall node, Candidate<ProcEntry> candidate, List<Expression> arguments) {
    return new AggregateCalls(state, node, candidate).call(arguments);
  }

  private Expression call(List<Expression> given) {
    ProcEntry function = candidate.entry();
    String name = String.join(".", node.funcname());
    AggregateEntry aggregate = state.catalog().aggregate(function.oid()).orElseThrow();
    if (aggregate.isOrderedSet()) {
      return OrderedSetCalls.analyze(state, node, candidate, given);
    }
    if (node.aggWithinGroup()) {
      throw wrong(name + " is not an ordered-set aggregate, so it cannot have WITHIN GROUP");
    }
    requireSimulated(aggregate, function);
    if (node.over().isPresent()) {
      return WindowCalls.analyze(state, node, candidate, given);
    }
    Optional<Expression> filter =
        node.aggFilter().map(f -> SelectAnalyzer.condition(state, f, ClauseKind.FILTER));
    CallArguments made = CallArguments.of(state, candidate, given);
    if (given.isEmpty() && !node.aggStar()) {
      throw wrong(name + "(*) must be used to call a parameterless aggregate function");
    }
    return build(aggregate, made, filter);
  }

  private RuntimeException wrong(String message) {
    return Complaint.error(node.location(), SqlState.WRONG_OBJECT_TYPE, message);
  }

  private void requireSimulated(AggregateEntry aggregate, ProcEntry function) {
    boolean known =
        Aggregates.find(aggregate.transitionSource(), aggregate.finishSource()).isPresent();
    if (!known) {
      throw Complaint.notSimulated("aggregate " + function.signature());
    }
  }

  private Expression build(
      AggregateEntry aggregate, CallArguments made, Optional<Expression> filter) {
    List<TargetEntry> targets = new ArrayList<>();
    for (Expression argument : made.arguments()) {
      targets.add(new TargetEntry(argument, "", 0, false, 0, 0));
    }
    SortAnalyzer sorting = new SortAnalyzer(state, targets);
    List<SortClause> order = sorting.orderByExpressions(node.aggOrder(), ClauseKind.ORDER_BY);
    List<SortClause> distinct = node.aggDistinct() ? distinct(sorting, order) : List.of();
    VariadicForm variadic = node.funcVariadic() ? VariadicForm.ARRAY : made.variadic();
    Aggref call =
        new Aggref(
            candidate.entry(),
            aggregate,
            made.resultType(),
            Collations.ofInputs(state, made.arguments()),
            List.of(),
            List.copyOf(targets),
            order,
            distinct,
            filter,
            variadic,
            node.aggStar(),
            0,
            node.location());
    return AggregateLevel.placed(state, call);
  }

  private List<SortClause> distinct(SortAnalyzer sorting, List<SortClause> order) {
    if (node.args().isEmpty()) {
      throw wrong("DISTINCT specified, but nothing to be distinct");
    }
    return sorting.distinct(order, DistinctWords.OF_AGGREGATE);
  }
}
