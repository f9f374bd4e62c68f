package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step from groups: the frame stands on the first row of a group, and its slots have the group's
 * key, its aggregates, and what GROUPING answers.
 *
 * @param keys the grouping expressions
 * @param order of the keys' values
 * @param sets of the keys; one without keys makes a group even of no rows
 */
public record Groups(
    StepPlan input,
    Evaluator[] keys,
    RowOrder order,
    List<KeySet> sets,
    List<AggregateCall> aggregates)
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

    private Collection<Group> collect() {
      List<Map<Object[], Group>> found = new ArrayList<>();
      for (KeySet set : sets) {
        found.add(new TreeMap<>(set.order().in(frame)));
      }
      Step rows = input.open(frame);
      int looked = 0;
      while (rows.advance()) {
        Object[] key = Evaluator.all(keys, frame);
        for (int i = 0; i < found.size(); i++) {
          add(found.get(i), sets.get(i), key);
        }
        if (++looked % INTERRUPT_INTERVAL == 0) {
          frame.context.checkForInterrupts();
        }
      }
      return inOrder(found);
    }

    private void add(Map<Object[], Group> groups, KeySet set, Object[] key) {
      Group group = groups.get(key);
      if (group == null) {
        group = new Group(set, set.masked(key), Scans.snapshot(frame, relations()));
        groups.put(group.key, group);
      }
      group.add(frame);
    }

    private Collection<Group> inOrder(List<Map<Object[], Group>> found) {
      List<Group> all = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        KeySet set = sets.get(i);
        if (found.get(i).isEmpty() && set.columns().length == 0) {
          Object[] none = new Object[keys.length];
          all.add(new Group(set, none, new Object[relations().length][]));
        }
        all.addAll(found.get(i).values());
      }
      if (found.size() > 1) {
        all.sort(interleaved());
      }
      return all;
    }

    /** Sums come behind what they are the sums of, as if rows were sorted and summed up. */
    private Comparator<Group> interleaved() {
      int[] columns = order.columns();
      Comparator<Group> by = (one, other) -> 0;
      for (int i = 0; i < columns.length; i++) {
        int column = columns[i];
        Comparator<Object[]> values = order.part(i, i + 1).in(frame);
        by =
            by.thenComparing((Group group) -> !group.set.has(column))
                .thenComparing((one, other) -> values.compare(one.key, other.key));
      }
      return by;
    }
  }

  /** One group while rows are added to it. */
  private final class Group {
    private final KeySet set;
    private final Object[] key;
    private final Object[][] first;
    private final List<AggregateCall.Collected> collected = new ArrayList<>();

    Group(KeySet set, Object[] key, Object[][] first) {
      this.set = set;
      this.key = key;
      this.first = first;
      aggregates.forEach(call -> collected.add(call.start()));
    }

    void add(Frame frame) {
      collected.forEach(aggregate -> aggregate.add(frame));
    }

    Object[] slots(Frame frame) {
      Object[] groupings = set.groupings();
      int behind = key.length + collected.size();
      Object[] slots = java.util.Arrays.copyOf(key, behind + groupings.length);
      System.arraycopy(groupings, 0, slots, behind, groupings.length);
      frame.slots = slots; // direct arguments may use the keys
      for (int i = 0; i < collected.size(); i++) {
        slots[key.length + i] = collected.get(i).result(frame);
      }
      return slots;
    }
  }
}
