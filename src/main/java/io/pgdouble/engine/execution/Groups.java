package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    private final List<AggregateCall.Collected> collected = new ArrayList<>();

    Group(Object[] key, Object[][] first) {
      this.key = key;
      this.first = first;
      aggregates.forEach(call -> collected.add(call.start()));
    }

    void add(Frame frame) {
      collected.forEach(aggregate -> aggregate.add(frame));
    }

    Object[] slots(Frame frame) {
      Object[] slots = java.util.Arrays.copyOf(key, key.length + collected.size());
      frame.slots = slots; // direct arguments may use the keys
      for (int i = 0; i < collected.size(); i++) {
        slots[key.length + i] = collected.get(i).result(frame);
      }
      return slots;
    }
  }
}
