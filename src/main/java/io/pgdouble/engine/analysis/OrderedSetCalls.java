package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.function.OrderedSets;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of ordered-set and hypothetical-set aggregates: direct arguments, then those of {@code
 * WITHIN GROUP} ({@code ParseFuncOrColumn}). Manual: {@code syntax-aggregates}.
 */
final class OrderedSetCalls {
  private final ParseState state;
  private final FuncCall node;
  private final Candidate<ProcEntry> candidate;
  private final AggregateEntry aggregate;
  private final String name;

  private OrderedSetCalls(ParseState state, FuncCall node, Candidate<ProcEntry> candidate) {
    this.state = state;
    this.node = node;
    this.candidate = candidate;
    this.aggregate = state.catalog().aggregate(candidate.entry().oid()).orElseThrow();
    this.name = String.join(".", node.funcname());
  }

  static Expression analyze(
      ParseState state, FuncCall node, Candidate<ProcEntry> candidate, List<Expression> given) {
    return new OrderedSetCalls(state, node, candidate).call(given);
  }

  private Expression call(List<Expression> given) {
    if (!node.aggWithinGroup()) {
      throw wrong(
          SqlState.WRONG_OBJECT_TYPE, "WITHIN GROUP is required for ordered-set aggregate " + name);
    }
    if (node.over().isPresent()) {
      throw wrong(
          SqlState.FEATURE_NOT_SUPPORTED,
          "OVER is not supported for ordered-set aggregate " + name);
    }
    checkCounts(given);
    Optional<Expression> filter =
        node.aggFilter().map(f -> SelectAnalyzer.condition(state, f, ClauseKind.FILTER));
    List<Expression> unified = aggregate.isHypotheticalSet() ? unified(given) : given;
    if (OrderedSets.find(aggregate.finishSource()).isEmpty()) {
      throw Complaint.notSimulated("aggregate " + candidate.entry().signature());
    }
    return build(CallArguments.of(state, candidate, unified), filter);
  }

  private RuntimeException wrong(SqlState code, String message) {
    return Complaint.error(node.location(), code, message);
  }

  /**
   * The function was looked up without telling direct arguments from others, and may be one that
   * wants them divided otherwise.
   */
  private void checkCounts(List<Expression> given) {
    int ordered = node.aggOrder().size();
    int direct = given.size() - ordered;
    int wanted = aggregate.directArguments();
    if (candidate.variadic() == 0 && direct != wanted) {
      throw missing(
          given,
          "There is an ordered-set aggregate "
              + name
              + ", but it requires "
              + wanted
              + (wanted == 1 ? " direct argument, not " : " direct arguments, not ")
              + direct
              + ".");
    }
    if (candidate.variadic() > 0 && candidate.variadic() != 2 * ordered) {
      throw missing(
          given,
          "To use the hypothetical-set aggregate "
              + name
              + ", the number of hypothetical direct arguments (here "
              + (candidate.variadic() - ordered)
              + ") must match the number of ordering columns (here "
              + ordered
              + ").");
    }
  }

  private RuntimeException missing(List<Expression> given, String hint) {
    int[] types = Arguments.types(given);
    String signature = new CallAnalyzer.Signature(node.funcname(), types, List.of()).text();
    return Complaint.at(
            node.location(),
            SqlState.UNDEFINED_FUNCTION,
            "function " + signature + " does not exist")
        .withHint(hint)
        .toException();
  }

  /** {@code unify_hypothetical_args}: each direct argument has the type of what it is among. */
  private List<Expression> unified(List<Expression> given) {
    List<Expression> unified = new ArrayList<>(given);
    int columns = node.aggOrder().size();
    for (int i = 0; i < columns; i++) {
      if (candidate.arguments()[i] != TypeOid.ANY) {
        continue;
      }
      Expression direct = given.get(i);
      Expression column = given.get(columns + i);
      int common = CommonType.select(state, List.of(column, direct), "WITHIN GROUP");
      CastTarget target = CastTarget.implicit(common);
      unified.set(i, Coercion.coerce(state, direct, target));
      unified.set(columns + i, Coercion.coerce(state, column, target));
    }
    return unified;
  }

  private Expression build(CallArguments made, Optional<Expression> filter) {
    List<Expression> all = made.arguments();
    int direct = all.size() - node.aggOrder().size();
    List<TargetEntry> targets = new ArrayList<>();
    for (Expression argument : all.subList(direct, all.size())) {
      targets.add(new TargetEntry(argument, "", 0, false, 0, 0));
    }
    List<SortClause> order = new SortAnalyzer(state, targets).orderTargets(node.aggOrder());
    Aggref call =
        new Aggref(
            candidate.entry(),
            aggregate,
            made.resultType(),
            Collations.ofInputs(state, all),
            List.copyOf(all.subList(0, direct)),
            List.copyOf(targets),
            order,
            List.of(),
            filter,
            made.variadic(),
            false,
            0,
            node.location());
    return AggregateLevel.placed(state, call);
  }
}
