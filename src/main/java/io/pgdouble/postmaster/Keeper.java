package io.pgdouble.postmaster;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Processes of the operating system, kept by a process that stands in for the postmaster. All that
 * is said to it goes through one thread, and all that it says comes through another, so that no
 * event loop waits for it: it may be stopped, as a postmaster may.
 */
final class Keeper implements Forks {
  /** How long the processes of a start are waited for, in milliseconds. */
  private static final long PATIENCE = 10_000;

  private static final int SIGNALLED = 0x7f;

  private final KeeperLink link;
  private final Titles titles;
  private final Runnable lost;
  private final ScheduledThreadPoolExecutor speaker;
  private final Map<Integer, StandIn> living = new ConcurrentHashMap<>();
  private final Map<Integer, Birth> births = new ConcurrentHashMap<>();
  private final Set<Integer> ending = ConcurrentHashMap.newKeySet();
  private final AtomicInteger tokens = new AtomicInteger();
  private final SignalBox postmasterSignals = new SignalBox();
  private volatile boolean closed;

  /** What becomes of a process that was asked for, or why there is none. */
  private record Birth(Consumer<StandIn> born, Consumer<String> failed) {}

  /**
   * @param titles what they look like
   * @param lost called when the keeper is gone, and all processes with it
   */
  Keeper(KeeperLink link, Titles.Words titles, Runnable lost) {
    this.link = link;
    this.lost = lost;
    speaker = new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("processes", true));
    speaker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    speaker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.titles = new Titles(titles, speaker, link);
    Thread listener = new Thread(this::listen, "process events");
    listener.setDaemon(true);
    listener.start();
  }

  @Override
  public OptionalInt postmaster() {
    return OptionalInt.of(link.pid());
  }

  @Override
  public void obey(Consumer<ProcessSignal> postmaster) {
    postmasterSignals.obey(postmaster);
  }

  @Override
  public void fork(Channel connection, Consumer<ForkedProcess> born) {
    HeldConnection held = new HeldConnection();
    connection.pipeline().addLast(held);
    fork(
        titles.ofPostmaster(),
        new Birth(
            process -> connection.eventLoop().execute(() -> held.letGo(process, born)),
            why -> refuse(connection, why)));
  }

  /** {@code postmaster.c: report_fork_failure_to_client}, in the words of protocol 2. */
  private static void refuse(Channel connection, String why) {
    String text = "Ecould not fork new process for connection: " + why + "\n\0";
    connection
        .writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void fork(String name, Consumer<ForkedProcess> born) {
    fork(titles.of(name, ""), new Birth(born::accept, why -> {}));
  }

  private void fork(String title, Birth birth) {
    int token = tokens.incrementAndGet();
    births.put(token, birth);
    say(KeeperLines.fork(token, title));
  }

  @Override
  public boolean signal(int pid, ProcessSignal signal) {
    StandIn process = living.get(pid);
    if (process == null) {
      return false;
    }
    if (signal == ProcessSignal.STOP || signal == ProcessSignal.CONT) {
      // Whoever sends it finds it so: nothing comes before. What the system tells follows, if it
      // does: a process that goes on before it got to stop never stopped.
      process.signalled(signal);
    }
    say(KeeperLines.kill(pid, signal));
    return true;
  }

  Titles titles() {
    return titles;
  }

  void end(int pid) {
    ending.add(pid);
    say(KeeperLines.end(pid));
  }

  private void say(String line) {
    speaker.execute(() -> link.send(line));
  }

  /** A server that cannot hear its processes any more is at its end. */
  private void listen() {
    try {
      for (Optional<String> line = link.next(); line.isPresent(); line = link.next()) {
        heed(line.get().split(" ", 4));
      }
    } finally {
      if (!closed) {
        lost.run();
      }
    }
  }

  /** See {@code processes.pl}. */
  private void heed(String[] words) {
    int pid = Integer.parseInt(words[1]);
    switch (words[0]) {
      case "f" -> answered(births.remove(pid), words);
      case "s" -> heard(pid, Integer.parseInt(words[2]));
      case "z" -> signalled(pid, ProcessSignal.STOP);
      case "c" -> signalled(pid, ProcessSignal.CONT);
      case "x" -> ended(pid, Integer.parseInt(words[2]));
      default -> throw new IllegalStateException(String.join(" ", words));
    }
  }

  private void answered(Birth birth, String[] words) {
    int pid = Integer.parseInt(words[2]);
    if (pid == 0) {
      birth.failed.accept(words[3]);
    } else {
      StandIn process = new StandIn(this, pid);
      living.put(pid, process);
      birth.born.accept(process);
    }
    changed();
  }

  private synchronized void changed() {
    if (births.isEmpty() && ending.isEmpty()) {
      notifyAll();
    }
  }

  private void heard(int pid, int number) {
    ProcessSignal.of(number).ifPresent(signal -> signalled(pid, signal));
    if (living.containsKey(pid)) {
      say(KeeperLines.heard(pid));
    }
  }

  private void signalled(int pid, ProcessSignal signal) {
    StandIn process = living.get(pid);
    if (process != null) {
      process.signalled(signal);
    } else if (pid == link.pid()) {
      postmasterSignals.put(signal);
    }
  }

  /** A status without a signal is that of a process that was left alone. */
  private void ended(int pid, int status) {
    StandIn process = living.remove(pid);
    ending.remove(pid);
    changed();
    if (process != null) {
      process.ended(ProcessSignal.of(status & SIGNALLED).orElse(ProcessSignal.KILL));
    }
  }

  @Override
  public synchronized void settle() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
    try {
      while (!(births.isEmpty() && ending.isEmpty()) && System.nanoTime() < end) {
        wait(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    speaker.shutdown();
    link.close();
  }
}
