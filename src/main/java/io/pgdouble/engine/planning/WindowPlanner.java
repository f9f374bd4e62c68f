package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.execution.AggregateInput;
import io.pgdouble.engine.execution.FramePlan;
import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.StepPlan;
import io.pgdouble.engine.execution.WindowAggregate;
import io.pgdouble.engine.execution.WindowCall;
import io.pgdouble.engine.execution.WindowFunctionCall;
import io.pgdouble.engine.execution.WindowKeys;
import io.pgdouble.engine.execution.Windows;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Slot;
import io.pgdouble.engine.expression.Expression.WindowFunc;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.FrameBound;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.WindowClause;
import io.pgdouble.engine.expression.WindowFrame;
import io.pgdouble.engine.function.WindowFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans window functions, one step for each window, and lets the targets take their results from
 * slots ({@code planner.c: create_window_paths}).
 */
final class WindowPlanner {
  private final Query query;
  private final Scope scope;
  private final ExpressionCompiler compiler;
  private final List<TargetEntry> targets;
  private final List<WindowFunc> calls;
  private final int first;

  WindowPlanner(Query query, Scope scope, List<TargetEntry> targets) {
    this.query = query;
    this.scope = scope;
    this.compiler = new ExpressionCompiler(scope);
    this.targets = targets;
    this.calls = calls(targets);
    this.first = firstSlot(query);
  }

  /** Slots below this one belong to groups and aggregates. */
  static int firstSlot(Query query) {
    return query.grouped() ? GroupPlanner.slots(query) : 0;
  }

  /** The window functions in targets. */
  static List<WindowFunc> calls(List<TargetEntry> targets) {
    Finder finder = new Finder();
    targets.forEach(target -> finder.walk(target.expression()));
    return finder.found;
  }

  /** Whether rows leave the last window in the order that ORDER BY asks for. */
  static boolean areSorted(Query query) {
    List<WindowClause> order = WindowOrder.of(query, calls(query.targets()));
    return !order.isEmpty()
        && WindowOrder.begins(query.sort(), WindowOrder.keys(order.get(order.size() - 1)));
  }

  /** The steps that compute the window functions; the targets then refer to them. */
  StepPlan plan(StepPlan rows) {
    StepPlan step = rows;
    List<SortClause> sorted = List.of();
    for (WindowClause window : WindowOrder.of(query, calls)) {
      List<SortClause> wanted = WindowOrder.keys(window);
      boolean done = WindowOrder.begins(wanted, sorted);
      step = step(window, step, done ? Sorting.DONE : Sorting.NEEDED);
      sorted = done ? sorted : wanted;
    }
    Rewriter rewriter = new Rewriter();
    for (int i = 0; i < targets.size(); i++) {
      TargetEntry target = targets.get(i);
      targets.set(i, target.withExpression(rewriter.map(target.expression())));
    }
    return step;
  }

  /** Whether rows have to be sorted for a window, or come in its order. */
  private enum Sorting {
    NEEDED,
    DONE
  }

  private Windows step(WindowClause window, StepPlan rows, Sorting sorting) {
    List<WindowCall> planned = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).aggregate().isEmpty() && isOf(calls.get(i), window)) {
        planned.add(function(calls.get(i), first + i));
      }
    }
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).aggregate().isPresent() && isOf(calls.get(i), window)) {
        planned.add(aggregate(calls.get(i), first + i));
      }
    }
    return new Windows(rows, keys(window, sorting), frame(window), planned, first + calls.size());
  }

  private boolean isOf(WindowFunc call, WindowClause window) {
    return WindowOrder.alike(query.windows().get(call.window()), window);
  }

  private WindowCall function(WindowFunc node, int slot) {
    return new WindowFunctionCall(
        WindowFunctions.find(node.function().source()).orElseThrow(),
        compiler.compile(node.arguments()),
        slot);
  }

  private WindowCall aggregate(WindowFunc node, int slot) {
    AggregateEntry entry = node.aggregate().orElseThrow();
    scope.calls(node.function());
    return new WindowAggregate(
        GroupPlanner.aggregate(entry),
        FunctionCalls.site(node.arguments(), node.type(), node.inputCollation()),
        new AggregateInput(
            compiler.compile(node.arguments()), node.filter().map(compiler::compile)),
        slot);
  }

  private WindowKeys keys(WindowClause window, Sorting sorting) {
    List<SortClause> all = WindowOrder.all(window);
    List<Expression> values = new ArrayList<>();
    int[] places = new int[all.size()];
    RowOrder.Key[] keys = new RowOrder.Key[places.length];
    for (int i = 0; i < places.length; i++) {
      int target = Orders.indexOf(all.get(i).reference(), targets);
      values.add(targets.get(target).expression());
      places[i] = i;
      keys[i] = Orders.key(all.get(i), values.get(i).type());
    }
    RowOrder order = new RowOrder(places, keys);
    int partition = window.partition().size();
    return new WindowKeys(
        compiler.compile(values),
        sorting == Sorting.DONE ? Optional.empty() : Optional.of(order),
        order.part(0, partition),
        order.part(partition, places.length));
  }

  private FramePlan frame(WindowClause window) {
    WindowFrame frame = window.frame();
    int key = window.partition().size();
    Optional<RowOrder.Key> range =
        window.order().stream().findFirst().map(o -> Orders.key(o, typeOf(o)));
    return new FramePlan(
        frame.mode(), bound(frame.start()), bound(frame.end()), frame.exclusion(), key, range);
  }

  private int typeOf(SortClause clause) {
    return targets.get(Orders.indexOf(clause.reference(), targets)).expression().type();
  }

  private FramePlan.Bound bound(FrameBound bound) {
    return new FramePlan.Bound(
        bound.kind(),
        bound.offset().map(compiler::compile),
        bound
            .inRange()
            .map(f -> FunctionCalls.of(f, FunctionCalls.site(List.of(), f.resultType(), 0))));
  }

  /** Puts slots in the place of window functions. */
  private final class Rewriter extends ExpressionMapper {
    @Override
    public Expression onWindowFunc(WindowFunc node) {
      for (int i = 0; i < calls.size(); i++) {
        if (calls.get(i).equals(node)) {
          return new Slot(0, first + i, node.type(), node.typmod(), 0);
        }
      }
      throw new IllegalStateException("a window function was not found");
    }
  }

  private static final class Finder extends ExpressionWalker {
    private final List<WindowFunc> found = new ArrayList<>();

    @Override
    public Boolean onWindowFunc(WindowFunc node) {
      if (!found.contains(node)) {
        found.add(node);
      }
      return false;
    }
  }
}
