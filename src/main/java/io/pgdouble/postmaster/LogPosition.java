package io.pgdouble.postmaster;

import java.util.Locale;

/** Positions in a write-ahead log. Source: {@code xlog.c}, {@code xlog_internal.h}. */
final class LogPosition {
  /** A checkpoint's record. */
  static final int CHECKPOINT = 0x78;

  /** {@code XLOG_RUNNING_XACTS} where none run. */
  static final int RUNNING_TRANSACTIONS = 0x38;

  /** {@code XLOG_END_OF_RECOVERY}. */
  static final int END_OF_RECOVERY = 0x30;

  /** {@code XLOG_CHECKPOINT_REDO}. */
  static final int REDO = 0x20;

  private static final long PAGE = 8192;
  private static final long SEGMENT = 16 * 1024 * 1024;
  private static final int HEADER_OF_PAGE = 0x18;
  private static final int HEADER_OF_SEGMENT = 0x28;

  private LogPosition() {}

  /** Behind a record, and behind the header of the page where it ends on another. */
  static long after(long position, int size) {
    long end = position + size;
    if (end / PAGE == position / PAGE) {
      return end;
    }
    return end + (end / SEGMENT == position / SEGMENT ? HEADER_OF_PAGE : HEADER_OF_SEGMENT);
  }

  /** {@code LSN_FORMAT_ARGS}. */
  static String text(long position) {
    return String.format(Locale.ROOT, "%X/%X", position >>> 32, position & 0xFFFF_FFFFL);
  }
}
