package io.pgdouble.engine.notification;

import java.nio.charset.StandardCharsets;

/**
 * Where in PostgreSQL's queue an entry would stand, which is what makes it full. Source: {@code
 * async.c: QueuePosition, asyncQueueAdvance, asyncQueueAddEntries}.
 */
record QueuePosition(long page, int offset) {
  /** {@code BLCKSZ}. */
  private static final int QUEUE_PAGESIZE = 8192;

  /** {@code AsyncQueueEntryEmptySize}, aligned. */
  private static final int EMPTY_ENTRY = 20;

  private static final int HEADER = 18;
  private static final int ALIGNMENT = 4;

  static final QueuePosition START = new QueuePosition(0, 0);

  /** Behind an entry that is put here, or on the next page where this one has no room for it. */
  QueuePosition after(Notification entry) {
    int length = align(HEADER + bytes(entry.channel()) + bytes(entry.payload()));
    boolean fits = offset + length <= QUEUE_PAGESIZE;
    long its = fits ? page : page + 1;
    int end = (fits ? offset : 0) + length;
    return end + EMPTY_ENTRY > QUEUE_PAGESIZE
        ? new QueuePosition(its + 1, 0)
        : new QueuePosition(its, end);
  }

  private static int align(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
