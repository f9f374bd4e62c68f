package io.pgdouble.backend;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A process as the postmaster forked it: a number in the simplest case, a process of the operating
 * system where somebody is to see it. Called by any thread.
 */
public interface ForkedProcess {
  /** Above 0. */
  int pid();

  /**
   * Whom it serves: with what its title begins, after what it has in common with all. {@code
   * ps_status.c: init_ps_display}.
   */
  void identify(Supplier<String> fixedPart);

  /** What it does: with what its title ends. {@code ps_status.c: set_ps_display}. */
  void show(String activity);

  /**
   * Who obeys the signals that reach it; one that is deadly it has died of. Whoever comes later
   * takes the place of who was there before.
   */
  void obey(Consumer<ProcessSignal> owner);

  /**
   * It ends.
   *
   * @param reaped called when it is gone and the postmaster has noticed; may be at once
   */
  void exit(Runnable reaped);
}
