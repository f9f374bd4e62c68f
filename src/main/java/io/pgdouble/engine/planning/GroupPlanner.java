package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.execution.AggregateCall;
import io.pgdouble.engine.execution.AggregateInput;
import io.pgdouble.engine.execution.Groups;
import io.pgdouble.engine.execution.KeySet;
import io.pgdouble.engine.execution.OrderedSetAggregate;
import io.pgdouble.engine.execution.PlainAggregate;
import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.StepPlan;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.Expression.GroupingFunc;
import io.pgdouble.engine.expression.Expression.Slot;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.OuterFinder;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryMapper;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.function.Aggregate;
import io.pgdouble.engine.function.Aggregates;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.function.OrderedSets;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans groups, and lets expressions above take their keys and aggregates from slots. */
final class GroupPlanner {
  private final Query query;
  private final ExpressionCompiler compiler;
  private final List<Expression> keys = new ArrayList<>();

  /** The same as they are computed of rows, in which sets have yielded their elements. */
  private final List<Expression> computed = new ArrayList<>();

  private final GroupCalls calls;

  /**
   * A planner.
   *
   * @param rows the targets that are grouped by, as rows give their values
   */
  GroupPlanner(Query query, Scope scope, List<TargetEntry> targets, List<TargetEntry> rows) {
    this.query = query;
    this.compiler = new ExpressionCompiler(scope);
    for (SortClause clause : query.groupBy()) {
      keys.add(targets.get(Orders.indexOf(clause.reference(), targets)).expression());
      computed.add(rows.get(Orders.indexOf(clause.reference(), rows)).expression());
    }
    this.calls = GroupCalls.of(query);
    if (!query.groupingSets().isEmpty()) {
      refuseConstants();
    }
  }

  /** A constant is as good as any other like it, but may be no key of the current set. */
  private void refuseConstants() {
    if (keys.stream().anyMatch(Expression.Const.class::isInstance)) {
      throw ErrorReport.notSimulated("constants in grouping sets").toException();
    }
  }

  /** How many slots the groups of a query fill. */
  static int slots(Query query) {
    GroupCalls calls = GroupCalls.of(query);
    int groupings = query.groupingSets().isEmpty() ? 0 : calls.groupings().size();
    return query.groupBy().size() + calls.count() + groupings;
  }

  /** Whether the groups of a query need no more sorting. */
  static boolean areSorted(Query query) {
    return query.grouped()
        && query.windows().isEmpty()
        && query.groupingSets().isEmpty()
        && SortedGroups.satisfy(query, GroupCalls.of(query).aggregates());
  }

  StepPlan plan(StepPlan rows) {
    List<SortClause> clauses = SortedGroups.order(query);
    int[] columns = new int[keys.size()];
    RowOrder.Key[] order = new RowOrder.Key[columns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = SortedGroups.place(clauses.get(i), query);
      order[i] = Orders.key(clauses.get(i), keys.get(columns[i]).type());
    }
    RowOrder all = new RowOrder(columns, order);
    List<AggregateCall> aggregates = calls.aggregates().stream().map(this::call).toList();
    List<KeySet> sets =
        query.groupingSets().isEmpty()
            ? List.of(new KeySet(columns, all, new Object[0]))
            : query.groupingSets().stream().map(set -> keySet(set, all)).toList();
    return new Groups(rows, compiler.compile(computed), all, sets, aggregates);
  }

  private KeySet keySet(List<Integer> set, RowOrder all) {
    int[] places =
        IntStream.range(0, all.columns().length)
            .filter(i -> set.contains(all.columns()[i]))
            .toArray();
    RowOrder order = all.of(places);
    Object[] answers = calls.groupings().stream().map(node -> answer(node, set)).toArray();
    return new KeySet(order.columns(), order, answers);
  }

  /**
   * A bit for each argument, the last in the lowest place, set if the argument is not in the set.
   */
  private int answer(GroupingFunc node, List<Integer> set) {
    int bits = 0;
    for (Expression argument : node.arguments()) {
      bits = bits << 1 | (set.contains(keyOf(argument)) ? 0 : 1);
    }
    return bits;
  }

  private int keyOf(Expression node) {
    for (int i = 0; i < keys.size(); i++) {
      if (Sameness.same(keys.get(i), node)) {
        return i;
      }
    }
    return -1;
  }

  private AggregateCall call(Aggref node) {
    List<Expression> arguments = node.arguments().stream().map(TargetEntry::expression).toList();
    AggregateInput input =
        new AggregateInput(compiler.compile(arguments), node.filter().map(compiler::compile));
    return node.aggregate().isOrderedSet() ? orderedSet(node, input) : plain(node, input);
  }

  private AggregateCall plain(Aggref node, AggregateInput input) {
    List<Expression> inputs =
        node.arguments().stream().filter(t -> !t.junk()).map(TargetEntry::expression).toList();
    return new PlainAggregate(
        aggregate(node.aggregate()),
        site(node, inputs),
        input,
        inputs.size(),
        order(node.order(), node.arguments()),
        order(node.distinct(), node.arguments()));
  }

  private AggregateCall orderedSet(Aggref node, AggregateInput input) {
    List<Expression> all = new ArrayList<>(node.direct());
    node.arguments().forEach(argument -> all.add(argument.expression()));
    return new OrderedSetAggregate(
        OrderedSets.find(node.aggregate().finishSource()).orElseThrow(),
        site(node, all),
        input,
        compiler.compile(node.direct().stream().map(this::rewritten).toList()),
        Orders.ofTargets(node.order(), node.arguments()));
  }

  private static CallSite site(Aggref node, List<Expression> arguments) {
    return FunctionCalls.site(arguments, node.type(), node.inputCollation());
  }

  private static Optional<RowOrder> order(List<SortClause> clauses, List<TargetEntry> arguments) {
    return clauses.isEmpty() ? Optional.empty() : Optional.of(Orders.ofTargets(clauses, arguments));
  }

  static Aggregate aggregate(AggregateEntry entry) {
    return Aggregates.find(entry.transitionSource(), entry.finishSource())
        .orElseThrow(() -> ErrorReport.notSimulated("this aggregate").toException());
  }

  /** A target as it is computed from a group. */
  Expression rewritten(TargetEntry target) {
    for (int i = 0; i < keys.size() && !query.groupingSets().isEmpty(); i++) {
      if (query.groupBy().get(i).reference() == target.sortGroup()) {
        return slot(i, keys.get(i));
      }
    }
    return rewritten(target.expression());
  }

  private static Slot slot(int index, Expression node) {
    return new Slot(0, index, node.type(), node.typmod(), 0);
  }

  /** The expression as it is computed from a group. */
  Expression rewritten(Expression expression) {
    return new Rewriter().map(expression);
  }

  /** Puts slots in the place of keys and aggregates, of these in subqueries as well. */
  private final class Rewriter extends ExpressionMapper {
    private int depth;

    @Override
    public Expression map(Expression node) {
      // A column stands in the group's first row; but not in sets that it is no key of.
      boolean asItIs = node instanceof Expression.Var && query.groupingSets().isEmpty();
      int key = asItIs || depth > 0 ? -1 : keyOf(node);
      return key < 0 ? super.map(node) : slot(key, node);
    }

    @Override
    public Expression onSubLink(Expression.SubLink node) {
      if (!query.groupingSets().isEmpty() && OuterFinder.refersToParent(node.query())) {
        throw ErrorReport.notSimulated("outer references to grouping sets").toException();
      }
      return super.onSubLink(node);
    }

    @Override
    protected Query query(Query inside) {
      if (!calls.anyInside()) {
        return inside;
      }
      depth++;
      Query mapped = new QueryMapper(this, this::query).map(inside);
      depth--;
      return mapped;
    }

    @Override
    public Expression onGroupingFunc(GroupingFunc node) {
      if (depth > 0) {
        return node;
      }
      if (query.groupingSets().isEmpty()) {
        return new Expression.Const(node.type(), -1, 0, 0, node.location());
      }
      int place = calls.groupings().indexOf(node);
      return slot(keys.size() + calls.count() + place, node);
    }

    @Override
    public Expression onAggref(Aggref node) {
      return node.levelsUp() == depth
          ? new Slot(depth, keys.size() + calls.indexOf(node), node.type(), node.typmod(), 0)
          : super.onAggref(node);
    }
  }
}
