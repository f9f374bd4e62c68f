package io.pgdouble.postmaster;

import io.pgdouble.backend.ProcessSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Signals to a process, kept until there is somebody who obeys them. */
final class SignalBox {
  private final List<ProcessSignal> kept = new ArrayList<>();
  private Optional<Consumer<ProcessSignal>> owner = Optional.empty();

  /** From now on they go there, first those that were kept. */
  void obey(Consumer<ProcessSignal> by) {
    List<ProcessSignal> before;
    synchronized (this) {
      owner = Optional.of(by);
      before = List.copyOf(kept);
      kept.clear();
    }
    before.forEach(by);
  }

  /** One has come. */
  void put(ProcessSignal signal) {
    Optional<Consumer<ProcessSignal>> present;
    synchronized (this) {
      present = owner;
      if (present.isEmpty()) {
        kept.add(signal);
      }
    }
    present.ifPresent(by -> by.accept(signal));
  }
}
