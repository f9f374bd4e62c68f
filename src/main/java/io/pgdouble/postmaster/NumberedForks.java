package io.pgdouble.postmaster;

import io.netty.channel.Channel;
import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Processes that are no more than their pids: the system knows none of them. As one kernel does for
 * all servers of its machine, it gives a pid to one of them only, and to the next after a restart
 * another.
 */
final class NumberedForks implements Forks {
  private static final int GREATEST_PID = 4_194_304;

  /** Where pids go on after the greatest. */
  private static final int RESERVED_PIDS = 300;

  private static final AtomicInteger LAST = new AtomicInteger((int) ProcessHandle.current().pid());

  private static final Set<Integer> IN_USE = ConcurrentHashMap.newKeySet();

  @Override
  public OptionalInt postmaster() {
    return OptionalInt.empty();
  }

  @Override
  public void obey(Consumer<ProcessSignal> postmaster) {}

  @Override
  public void settle() {}

  @Override
  public void fork(Channel connection, Consumer<ForkedProcess> born) {
    born.accept(new Numbered(nextPid()));
  }

  @Override
  public void fork(String name, Consumer<ForkedProcess> born) {
    born.accept(new Numbered(nextPid()));
  }

  private int nextPid() {
    int pid;
    do {
      pid = LAST.updateAndGet(before -> before >= GREATEST_PID ? RESERVED_PIDS : before + 1);
    } while (!IN_USE.add(pid));
    return pid;
  }

  @Override
  public boolean signal(int pid, ProcessSignal signal) {
    return false;
  }

  @Override
  public void close() {}

  private final class Numbered implements ForkedProcess {
    private final int pid;

    Numbered(int pid) {
      this.pid = pid;
    }

    @Override
    public int pid() {
      return pid;
    }

    @Override
    public void identify(Supplier<String> fixedPart) {}

    @Override
    public void show(String activity) {}

    @Override
    public void obey(Consumer<ProcessSignal> owner) {}

    @Override
    public void exit(Runnable reaped) {
      IN_USE.remove(pid);
      reaped.run();
    }
  }
}
