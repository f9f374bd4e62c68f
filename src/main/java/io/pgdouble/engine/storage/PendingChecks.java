package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What constraints have still to look at in one session's transaction, and which of them SET
 * CONSTRAINTS has deferred. Source: {@code trigger.c: AfterTriggersData}.
 */
public final class PendingChecks {
  private final List<Pending> deferred = new ArrayList<>(0);
  private Modes modes = Modes.DEFAULT;
  private final List<Modes> outerModes = new ArrayList<>(0);

  private record Pending(PendingCheck check, int depth) {}

  /**
   * What SET CONSTRAINTS has said.
   *
   * @param all of every constraint that can be deferred
   * @param single of some of them since
   */
  private record Modes(Optional<Deferral.Initially> all, Map<Integer, Deferral.Initially> single) {
    static final Modes DEFAULT = new Modes(Optional.empty(), Map.of());

    Deferral.Initially of(Deferral constraint) {
      Deferral.Initially own = single.get(constraint.constraint());
      return own != null ? own : all.orElse(constraint.initially());
    }
  }

  /** A statement is at its end: what is not deferred is looked at, and what comes of it. */
  public void endStatement(PendingEvents checks) {
    for (int i = 0; i < checks.size(); i++) {
      PendingCheck check = checks.get(i);
      if (isDeferred(check)) {
        deferred.add(new Pending(check, outerModes.size()));
      } else {
        check.run(checks);
      }
    }
  }

  private boolean isDeferred(PendingCheck check) {
    return check.deferral().map(modes::of).filter(Deferral.Initially.DEFERRED::equals).isPresent();
  }

  /** The transaction is about to commit ({@code AfterTriggerFireDeferred}). */
  public void preCommit() {
    while (!deferred.isEmpty()) {
      run(deferred.remove(0));
    }
  }

  private void run(Pending one) {
    PendingEvents consequences = new PendingEvents();
    one.check.run(consequences);
    endStatement(consequences);
  }

  /** {@code SET CONSTRAINTS ALL}. */
  public void setAll(Deferral.Initially mode) {
    modes = new Modes(Optional.of(mode), Map.of());
    runImmediate();
  }

  /** {@code SET CONSTRAINTS} of some, by their OIDs. */
  public void set(Set<Integer> constraints, Deferral.Initially mode) {
    Map<Integer, Deferral.Initially> single = new HashMap<>(modes.single);
    constraints.forEach(constraint -> single.put(constraint, mode));
    modes = new Modes(modes.all, Map.copyOf(single));
    runImmediate();
  }

  /** What is deferred no more is looked at now. */
  private void runImmediate() {
    Set<Pending> due = new HashSet<>();
    for (Pending one : deferred) {
      if (!isDeferred(one.check)) {
        due.add(one);
      }
    }
    List<Pending> inOrder = deferred.stream().filter(due::contains).toList();
    deferred.removeAll(due);
    inOrder.forEach(this::run);
  }

  /** Whether a row of a table is still to be looked at ({@code AfterTriggerPendingOnRel}). */
  public boolean isPendingOn(int relation) {
    return deferred.stream().anyMatch(one -> one.check.relation() == relation);
  }

  /** Whether a commit has something to look at. */
  public boolean isEmpty() {
    return deferred.isEmpty();
  }

  void ended() {
    deferred.clear();
    outerModes.clear();
    modes = Modes.DEFAULT;
  }

  void subStarted() {
    outerModes.add(modes);
  }

  void subCommitted() {
    outerModes.remove(outerModes.size() - 1);
    int depth = outerModes.size();
    deferred.replaceAll(one -> one.depth > depth ? new Pending(one.check, depth) : one);
  }

  void subAborted() {
    modes = outerModes.remove(outerModes.size() - 1);
    deferred.removeIf(one -> one.depth > outerModes.size());
  }
}
