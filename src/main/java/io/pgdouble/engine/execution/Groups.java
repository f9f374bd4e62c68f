package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.Accumulator;
import io.pgdouble.engine.function.Aggregate;
import io.pgdouble.engine.function.CallContext;
import io.pgdouble.engine.function.CallSite;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A step from groups: the frame stands on the first row of a group, and its slots have the group's
 * key and aggregates.
 *
 * @param keys the grouping expressions
 * @param order of the keys' values
 * @param always whether there is a group even without rows: aggregates without GROUP BY
 */
public record Groups(
    StepPlan input,
    Evaluator[] keys,
    RowOrder order,
    List<AggregateCall> aggregates,
    boolean always)
    implements StepPlan {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 64;

  /**
   * An aggregate of the query.
   *
   * @param arguments the aggregate's own first, then what it is ordered by
   * @param inputs how many of them are its own
   * @param distinct how its rows are told apart, if equal ones count once
   */
  public record AggregateCall(
      Aggregate aggregate,
      CallSite site,
      Evaluator[] arguments,
      int inputs,
      Optional<Evaluator> filter,
      Optional<RowOrder> order,
      Optional<RowOrder> distinct) {}

  @Override
  public int[] relations() {
    return input.relations();
  }

  @Override
  public Step open(Frame frame) {
    return new Run(frame);
  }

  private final class Run implements Step {
    private final Frame frame;
    private Iterator<Group> groups;

    Run(Frame frame) {
      this.frame = frame;
    }

    @Override
    public boolean advance() {
      if (groups == null) {
        groups = collect().iterator();
      }
      if (!groups.hasNext()) {
        return false;
      }
      Group group = groups.next();
      Scans.restore(frame, relations(), group.first);
      frame.slots = group.slots(frame);
      return true;
    }

    private Iterable<Group> collect() {
      Map<Object[], Group> found = new TreeMap<>(order.in(frame));
      Step rows = input.open(frame);
      int looked = 0;
      while (rows.advance()) {
        Object[] key = Evaluator.all(keys, frame);
        found
            .computeIfAbsent(key, k -> new Group(k, Scans.snapshot(frame, relations())))
            .add(frame);
        if (++looked % INTERRUPT_INTERVAL == 0) {
          frame.context.checkForInterrupts();
        }
      }
      if (found.isEmpty() && always) {
        return List.of(new Group(new Object[0], new Object[relations().length][]));
      }
      return found.values();
    }
  }

  /** One group while rows are added to it. */
  private final class Group {
    private final Object[] key;
    private final Object[][] first;
    private final List<Collected> collected = new ArrayList<>();

    Group(Object[] key, Object[][] first) {
      this.key = key;
      this.first = first;
      aggregates.forEach(call -> collected.add(new Collected(call)));
    }

    void add(Frame frame) {
      collected.forEach(aggregate -> aggregate.add(frame));
    }

    Object[] slots(Frame frame) {
      Object[] slots = java.util.Arrays.copyOf(key, key.length + collected.size());
      for (int i = 0; i < collected.size(); i++) {
        slots[key.length + i] = collected.get(i).result(frame);
      }
      return slots;
    }
  }

  /** What one aggregate has seen of one group. */
  private static final class Collected {
    private final AggregateCall call;
    private final List<Object[]> kept = new ArrayList<>();
    private Accumulator accumulator;

    Collected(AggregateCall call) {
      this.call = call;
    }

    private boolean mustKeep() {
      return call.order().isPresent() || call.distinct().isPresent();
    }

    void add(Frame frame) {
      if (call.filter().isPresent() && !Boolean.TRUE.equals(call.filter().get().evaluate(frame))) {
        return;
      }
      Object[] values = Evaluator.all(call.arguments(), frame);
      if (mustKeep()) {
        kept.add(values);
      } else {
        started(frame).add(values);
      }
    }

    private Accumulator started(Frame frame) {
      if (accumulator == null) {
        accumulator = call.aggregate().start(new CallContext(call.site(), frame.context));
      }
      return accumulator;
    }

    Object result(Frame frame) {
      Accumulator all = started(frame);
      for (Object[] values : ordered(frame)) {
        all.add(java.util.Arrays.copyOf(values, call.inputs()));
      }
      kept.clear();
      return all.result();
    }

    private List<Object[]> ordered(Frame frame) {
      RowOrder wanted = call.order().or(call::distinct).orElse(null);
      if (wanted == null) {
        return kept;
      }
      kept.sort(wanted.in(frame));
      if (call.distinct().isEmpty()) {
        return kept;
      }
      TreeSet<Object[]> seen = new TreeSet<>(call.distinct().get().in(frame));
      return kept.stream().filter(seen::add).toList();
    }
  }
}
