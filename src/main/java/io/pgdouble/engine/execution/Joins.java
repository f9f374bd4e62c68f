package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.JoinKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins by nested loops.
 *
 * @param rightLateral whether the right side depends on the left side's row
 * @param keys where given, only rows that agree in them are tried
 */
public record Joins(
    JoinKind kind,
    StepPlan left,
    StepPlan right,
    Evaluator condition,
    boolean rightLateral,
    Optional<Keys> keys)
    implements StepPlan {

  /** What is equal in two rows that match; the condition is tested all the same. */
  public record Keys(Evaluator left, Evaluator right) {}

  @Override
  public int[] relations() {
    int[] one = left.relations();
    int[] other = right.relations();
    int[] all = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  @Override
  public Step open(Frame frame) {
    return rightLateral ? new Lateral(frame) : new Materialized(frame);
  }

  private boolean keepsLeft() {
    return kind == JoinKind.LEFT || kind == JoinKind.FULL;
  }

  private boolean matches(Frame frame) {
    return Boolean.TRUE.equals(condition.evaluate(frame));
  }

  /** The right side is run anew for each row of the left one. */
  private final class Lateral implements Step {
    private final Frame frame;
    private final Step outerRows;
    private Step innerRows;
    private boolean matched = true;

    Lateral(Frame frame) {
      this.frame = frame;
      this.outerRows = left.open(frame);
    }

    @Override
    public boolean advance() {
      while (true) {
        if (innerRows != null && nextMatch()) {
          return true;
        }
        boolean unmatched = innerRows != null && !matched && keepsLeft();
        innerRows = null;
        if (unmatched) {
          matched = true;
          Scans.clear(frame, right.relations());
          return true;
        }
        if (!outerRows.advance()) {
          return false;
        }
        matched = false;
        innerRows = right.open(frame);
      }
    }

    private boolean nextMatch() {
      while (innerRows.advance()) {
        if (matches(frame)) {
          matched = true;
          return true;
        }
      }
      return false;
    }
  }

  /** The right side is run once and kept. */
  private final class Materialized implements Step {
    private final Frame frame;
    private final Step outerRows;
    private final int[] innerRelations = right.relations();
    private final BitSet used = new BitSet();
    private List<Object[][]> inner;
    private Map<Object, List<Integer>> index = Map.of();
    private List<Integer> candidates = List.of();
    private int next;
    private boolean outerDone;
    private boolean onOuter;
    private boolean matched;

    Materialized(Frame frame) {
      this.frame = frame;
      this.outerRows = left.open(frame);
    }

    @Override
    public boolean advance() {
      if (inner == null) {
        inner = Scans.materialize(right, frame);
        indexInner();
      }
      while (!outerDone) {
        if (onOuter && nextMatch()) {
          return true;
        }
        if (onOuter && !matched && keepsLeft()) {
          onOuter = false;
          Scans.clear(frame, innerRelations);
          return true;
        }
        startOuter();
      }
      return nextUnused();
    }

    private void startOuter() {
      frame.context.checkForInterrupts();
      onOuter = outerRows.advance();
      outerDone = !onOuter;
      matched = false;
      next = 0;
      if (onOuter && keys.isPresent()) {
        Object key = keys.get().left().evaluate(frame);
        candidates = key == null ? List.of() : index.getOrDefault(key, List.of());
      }
    }

    private void indexInner() {
      if (keys.isEmpty()) {
        return;
      }
      index = new HashMap<>();
      for (int i = 0; i < inner.size(); i++) {
        Scans.restore(frame, innerRelations, inner.get(i));
        Object key = keys.get().right().evaluate(frame);
        if (key != null) {
          index.computeIfAbsent(key, same -> new ArrayList<>(1)).add(i);
        }
      }
    }

    private boolean nextMatch() {
      int count = keys.isPresent() ? candidates.size() : inner.size();
      while (next < count) {
        int row = keys.isPresent() ? candidates.get(next) : next;
        next++;
        Scans.restore(frame, innerRelations, inner.get(row));
        if (matches(frame)) {
          matched = true;
          used.set(row);
          return true;
        }
      }
      return false;
    }

    /** Rows of the right side that nothing on the left matched. */
    private boolean nextUnused() {
      if (kind == JoinKind.INNER || kind == JoinKind.LEFT) {
        return false;
      }
      int unused = used.nextClearBit(0);
      if (unused >= inner.size()) {
        return false;
      }
      used.set(unused);
      Scans.clear(frame, left.relations());
      Scans.restore(frame, innerRelations, inner.get(unused));
      return true;
    }
  }
}
