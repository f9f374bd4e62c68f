package io.pgdouble.log;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The thread of a log, which is there only if somebody needs it. */
final class LogThread {
  private static final long PATIENCE_SECONDS = 2;

  private ScheduledThreadPoolExecutor running;

  private synchronized ScheduledThreadPoolExecutor running() {
    if (running == null) {
      running = new ScheduledThreadPoolExecutor(1, LogThread::thread);
      running.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }
    return running;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "server log");
    thread.setDaemon(true);
    return thread;
  }

  /** Does something after all that came before. */
  void execute(Runnable task) {
    running().execute(task);
  }

  /** Does something later. */
  void schedule(Runnable task, long seconds) {
    running().schedule(task, seconds, TimeUnit.SECONDS);
  }

  /** Returns when all is done that was to be done by now. */
  void end() {
    ScheduledThreadPoolExecutor last;
    synchronized (this) {
      last = running;
      running = null;
    }
    if (last != null) {
      last.shutdown();
      await(last);
    }
  }

  private static void await(ScheduledThreadPoolExecutor last) {
    try {
      last.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
