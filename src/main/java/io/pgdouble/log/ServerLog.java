package io.pgdouble.log;

import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.settings.ServerSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The log of one server. Called by any thread, and makes none of them wait: what is reported is
 * kept, and turned into lines where they are asked for, or by a thread of the log's own for those
 * who follow it.
 */
public final class ServerLog {
  /** How many reports are kept for who asks later. */
  private static final int KEPT = 1000;

  private static final long PATIENCE_SECONDS = 2;

  private final Supplier<ServerSettings> current;
  private final LongSupplier clock;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private final List<Consumer<String>> followers = new ArrayList<>();
  private volatile LogSettings settings;
  private ExecutorService writer;

  /** A report, and the form in which it was to be written then. */
  private record Kept(LogEntry entry, TextLines form) {
    String text() {
      return form.of(entry);
    }
  }

  /**
   * @param clock microseconds since 2000-01-01 00:00 UTC
   */
  public ServerLog(CurrentSettings current, LongSupplier clock) {
    this.current = current::get;
    this.clock = clock;
  }

  long now() {
    return clock.getAsLong();
  }

  private LogSettings settings() {
    ServerSettings now = current.get();
    LogSettings known = settings;
    if (known == null || !known.isOf(now)) {
      known = new LogSettings(now);
      settings = known;
    }
    return known;
  }

  /** The levels of who has no settings of its own. */
  LogLevels levels() {
    return settings().levels();
  }

  /** A report that is grave enough has come. */
  void write(LogEntry entry) {
    Kept one = new Kept(entry, settings().lines());
    synchronized (this) {
      kept.addLast(one);
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
      if (!followers.isEmpty()) {
        List<Consumer<String>> readers = List.copyOf(followers);
        writer().execute(() -> tell(readers, one.text()));
      }
    }
  }

  private static void tell(List<Consumer<String>> readers, String text) {
    readers.forEach(reader -> reader.accept(text));
  }

  private ExecutorService writer() {
    if (writer == null) {
      writer =
          new ThreadPoolExecutor(
              1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ServerLog::thread);
    }
    return writer;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "server log");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Hands a reader the lines written so far and every one to come, in order, on a thread of the
   * log's own: one report at a time, each line with its end.
   */
  public synchronized void follow(Consumer<String> reader) {
    List<Kept> before = List.copyOf(kept);
    followers.add(reader);
    writer().execute(() -> before.forEach(one -> reader.accept(one.text())));
  }

  /** The last lines written, without their ends. */
  public List<String> lines() {
    List<Kept> all;
    synchronized (this) {
      all = List.copyOf(kept);
    }
    List<String> lines = new ArrayList<>();
    all.forEach(one -> one.text().lines().forEach(lines::add));
    return lines;
  }

  /** Waits until those who follow have read everything, and lets go of the thread. */
  public void close() {
    ExecutorService last;
    synchronized (this) {
      last = writer;
      writer = null;
      followers.clear();
    }
    if (last != null) {
      last.shutdown();
      await(last);
    }
  }

  private static void await(ExecutorService last) {
    try {
      last.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
