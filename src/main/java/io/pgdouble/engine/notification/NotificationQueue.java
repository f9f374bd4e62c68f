package io.pgdouble.engine.notification;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What sessions have told each other and not all have read yet, in the order of their commits.
 * Source: {@code async.c: AsyncQueueControl}.
 */
public final class NotificationQueue {
  /** How far a listener of another database may stay behind ({@code QUEUE_CLEANUP_DELAY}). */
  private static final int QUEUE_CLEANUP_DELAY = 4;

  /** More than this is not kept in memory. */
  private static final long MOST_PAGES = 8192;

  private record Entry(
      long database, int pid, Notification notification, QueuePosition end, long number) {}

  /** Guarded by this. */
  private final Deque<Entry> entries = new ArrayDeque<>();

  /** How far each has read; guarded by this. */
  private final Map<Listener, Reading> listeners = new LinkedHashMap<>();

  private QueuePosition head = QueuePosition.START;
  private long added;

  /** Somebody who listens. Called by any thread. */
  interface Listener {
    long database();

    /** There is something to be read. */
    void signal();
  }

  /**
   * How far somebody has read.
   *
   * @param next the number of the entry he reads next
   */
  private record Reading(QueuePosition position, long next) {}

  /** {@code Exec_ListenPreCommit}: he reads what is added from now on. */
  synchronized void register(Listener listener) {
    listeners.putIfAbsent(listener, new Reading(head, added));
  }

  /** {@code asyncQueueUnregister}. */
  synchronized void unregister(Listener listener) {
    if (listeners.remove(listener) != null) {
      advanceTail();
    }
  }

  /**
   * Commits a transaction and adds what it has to tell, so that the queue has the order of the
   * commits.
   *
   * @return who is to be told of it, but for the one who adds
   */
  synchronized List<Listener> commit(
      Runnable commit, Listener sender, int pid, Collection<Notification> notifications) {
    commit.run();
    for (Notification one : notifications) {
      head = head.after(one);
      entries.add(new Entry(sender.database(), pid, one, head, added++));
    }
    advanceTail();
    List<Listener> told = new ArrayList<>();
    listeners.forEach(
        (listener, reading) -> {
          if (reading.next < added && concerns(listener, sender.database(), reading)) {
            told.add(listener);
          }
        });
    return told;
  }

  /** {@code SignalBackends}. */
  private boolean concerns(Listener listener, long database, Reading reading) {
    return listener.database() == database
        || head.page() - reading.position.page() >= QUEUE_CLEANUP_DELAY;
  }

  /** What a listener has not read yet of his database, which he has then. */
  synchronized List<DeliveredNotification> read(Listener listener) {
    Reading reading = listeners.get(listener);
    if (reading == null || reading.next == added) {
      return List.of();
    }
    List<DeliveredNotification> read = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.number >= reading.next && entry.database == listener.database()) {
        Notification told = entry.notification;
        read.add(new DeliveredNotification(entry.pid, told.channel(), told.payload()));
      }
    }
    listeners.put(listener, new Reading(head, added));
    advanceTail();
    return read;
  }

  /** {@code asyncQueueAdvanceTail}: what all have read is gone. */
  private void advanceTail() {
    long oldest = added;
    for (Reading reading : listeners.values()) {
      oldest = Math.min(oldest, reading.next);
    }
    while (!entries.isEmpty() && entries.peekFirst().number < oldest) {
      entries.removeFirst();
    }
  }

  private long pages() {
    long tail = head.page();
    for (Reading reading : listeners.values()) {
      tail = Math.min(tail, reading.position.page());
    }
    return head.page() - tail;
  }

  /**
   * {@code asyncQueueUsage}: how much of it is in use.
   *
   * @param pages how many it may have
   */
  synchronized double usage(long pages) {
    return (double) pages() / pages;
  }

  /**
   * From the moment on in which PostgreSQL warns nothing is added.
   *
   * @param pages how many it may have
   */
  synchronized void requireRoom(long pages) {
    if (pages() >= Math.min(pages / 2, MOST_PAGES)) {
      throw ErrorReport.notSimulated("a NOTIFY queue that is so full").toException();
    }
  }
}
