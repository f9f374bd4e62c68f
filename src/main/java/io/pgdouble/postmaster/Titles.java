package io.pgdouble.postmaster;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What processes are called by whoever looks at the system's. A title is told at once, the next
 * ones after a moment, so that who changes often is not followed in every step. {@code
 * ps_status.c}.
 */
final class Titles {
  /** How long the next titles wait, in nanoseconds: at least, and more for each that was told. */
  private static final long AFTER = 5_000_000;

  private static final long FOR_EACH = 500_000;

  private final Words words;
  private final ScheduledExecutorService speaker;
  private final KeeperLink link;
  private final Queue<StandIn> outdated = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile long notBefore = System.nanoTime();

  /**
   * What titles have in common.
   *
   * @param prefix with what all of them begin
   * @param commandLine the title of the postmaster, which a process has until it knows better
   */
  record Words(String prefix, String commandLine) {}

  /**
   * @param speaker the thread on which the link is spoken to
   */
  Titles(Words words, ScheduledExecutorService speaker, KeeperLink link) {
    this.words = words;
    this.speaker = speaker;
    this.link = link;
  }

  String ofPostmaster() {
    return words.commandLine;
  }

  /** {@code init_ps_display, set_ps_display}. */
  String of(String fixedPart, String activity) {
    return words.prefix + fixedPart + " " + activity;
  }

  /** A process has another title than is shown. Called by any thread. */
  void outdated(StandIn process) {
    outdated.add(process);
    if (scheduled.compareAndSet(false, true)) {
      speaker.schedule(this::show, notBefore - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private void show() {
    scheduled.set(false);
    StringBuilder lines = new StringBuilder();
    int count = 0;
    for (StandIn next = outdated.poll(); next != null; next = outdated.poll()) {
      String line = next.retitling();
      lines.append(line);
      count += line.isEmpty() ? 0 : 1;
    }
    notBefore = System.nanoTime() + Math.max(AFTER, count * FOR_EACH);
    if (count > 0) {
      link.send(lines.toString());
    }
  }
}
