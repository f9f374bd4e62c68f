package io.pgdouble.conformance;

import io.pgdouble.reference.StandbyConflict;
import java.util.Map;
import java.util.Set;

/**
 * How a wrong server takes what is done to its processes.
 *
 * @param postmaster what its postmaster does in place of what it is told
 * @param backend what a backend does in place of what it is told
 * @param ignored what does not happen to it at all
 */
record Obedience(
    Map<Signal, Signal> postmaster, Map<Signal, Signal> backend, Set<ServerAct> ignored) {

  /** Does as it is told. */
  static final Obedience FULL = new Obedience(Map.of(), Map.of(), Set.of());

  /** Its postmaster takes one signal for another. */
  static Obedience mistaking(Signal told, Signal done) {
    return new Obedience(Map.of(told, done), Map.of(), Set.of());
  }

  /** Its backends take signals for others. */
  static Obedience ofBackends(Map<Signal, Signal> mistaken) {
    return new Obedience(Map.of(), mistaken, Set.of());
  }

  /** Something does not happen to it. */
  static Obedience ignoring(ServerAct act) {
    return new Obedience(Map.of(), Map.of(), Set.of(act));
  }

  PostmasterSignals of(PostmasterSignals right) {
    return signal -> right.send(postmaster.getOrDefault(signal, signal));
  }

  /**
   * A server's life, as it takes it.
   *
   * @param begun called when it has been started again
   */
  ServerControl of(ServerControl right, Runnable begun) {
    return new Control(this, right, begun);
  }

  private void unlessIgnored(ServerAct act, ServerControl right) {
    if (!ignored.contains(act)) {
      act.on(right);
    }
  }

  private record Control(Obedience obedience, ServerControl right, Runnable begun)
      implements ServerControl {
    @Override
    public void signal(int pid, Signal signal) {
      right.signal(pid, obedience.backend.getOrDefault(signal, signal));
    }

    @Override
    public void start() {
      obedience.unlessIgnored(ServerAct.START, right);
      begun.run();
    }

    @Override
    public void holdRecovery() {
      obedience.unlessIgnored(ServerAct.HOLD_RECOVERY, right);
    }

    @Override
    public void releaseRecovery() {
      obedience.unlessIgnored(ServerAct.RELEASE_RECOVERY, right);
    }

    @Override
    public void conflict(int pid, StandbyConflict conflict) {
      right.conflict(pid, conflict);
    }

    @Override
    public void failForks() {
      obedience.unlessIgnored(ServerAct.FAIL_FORKS, right);
    }

    @Override
    public void allowForks() {
      obedience.unlessIgnored(ServerAct.ALLOW_FORKS, right);
    }

    @Override
    public void promote() {
      obedience.unlessIgnored(ServerAct.PROMOTE, right);
    }
  }
}
