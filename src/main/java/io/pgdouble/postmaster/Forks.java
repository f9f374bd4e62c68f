package io.pgdouble.postmaster;

import io.netty.channel.Channel;
import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.settings.ServerSettings;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Where processes come from. {@code fork_process.c}. */
interface Forks extends AutoCloseable {
  /** The postmaster's pid, where it is not that of the process that runs here. */
  OptionalInt postmaster();

  /** The postmaster's pid. */
  default int postmasterPid() {
    return postmaster().orElse((int) ProcessHandle.current().pid());
  }

  /** Who obeys the signals that reach the postmaster's process. */
  void obey(Consumer<ProcessSignal> postmaster);

  /**
   * Forks a process for a connection that was just accepted.
   *
   * @param born called on the connection's event loop, before anything is read from it; not at all
   *     where it is gone by then
   */
  void fork(Channel connection, Consumer<ForkedProcess> born);

  /**
   * Forks a process that serves no connection.
   *
   * @param name what it is called by whoever looks at the system's processes
   * @param born called by any thread
   */
  void fork(String name, Consumer<ForkedProcess> born);

  /**
   * Sends a signal to a process, as {@code kill} does.
   *
   * @return false where none of that pid can receive it
   */
  boolean signal(int pid, ProcessSignal signal);

  /** Waits until all are there that were asked for, and none that is to end. */
  void settle();

  /** All of them end. Returns when they have. */
  @Override
  void close();

  /**
   * @param lost called when all processes are gone and nobody wanted it
   * @throws io.pgdouble.error.ReportedError FATAL if there cannot be any
   */
  static Forks of(Processes processes, ServerSettings settings, Runnable lost) {
    if (processes instanceof Processes.Seen seen) {
      return keeper(KeeperLink.start(seen.title()), seen.title(), settings, lost);
    }
    if (processes instanceof Processes.SeenBelowParent below) {
      return keeper(KeeperLink.join(below.ear()), below.title(), settings, lost);
    }
    return new NumberedForks();
  }

  /** {@code ps_status.c: init_ps_display}. */
  private static Forks keeper(
      KeeperLink link, String commandLine, ServerSettings settings, Runnable lost) {
    String cluster = settings.text("cluster_name");
    String prefix = "postgres: " + (cluster.isEmpty() ? "" : cluster + ": ");
    return new Keeper(link, new Titles.Words(prefix, commandLine), lost);
  }
}
