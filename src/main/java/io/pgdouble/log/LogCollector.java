package io.pgdouble.log;

import java.util.function.LongSupplier;

/**
 * Writes what is reported into the files of the log, on the log's thread. {@code syslogger.c:
 * SysLoggerMain}.
 */
final class LogCollector {
  private final LogFiles files;
  private final LogThread thread;
  private final LongSupplier clock;

  /** For when the next rotation is planned. */
  private long due;

  /**
   * @param clock microseconds since 2000-01-01 00:00 UTC
   */
  LogCollector(LogFiles files, LogThread thread, LongSupplier clock) {
    this.files = files;
    this.thread = thread;
    this.clock = clock;
  }

  private long now() {
    return LogTime.unixSeconds(clock.getAsLong());
  }

  /** Called by the log's thread. */
  void write(ServerLog.Kept one) {
    if (one.place() == ServerLog.Place.FILES) {
      one.forms().forEach(form -> files.write(form, one.form().text(form, one.entry()), now()));
    }
  }

  /** Other rules are in force. */
  void follow(LogFileRules rules) {
    thread.execute(() -> files.follow(rules, now()));
    waitForTime();
  }

  /** Goes on to other files. */
  void rotate() {
    thread.execute(() -> files.rotate(now()));
  }

  /** Goes on to other files whenever it is time to. */
  void waitForTime() {
    thread.execute(
        () -> {
          long next = files.nextRotation();
          if (next != Long.MAX_VALUE && next != due) {
            due = next;
            thread.schedule(() -> rotateAt(next), Math.max(1, next - now()));
          }
        });
  }

  /** Unless it was done for another reason meanwhile, or other rules are in force. */
  private void rotateAt(long moment) {
    if (files.nextRotation() == moment) {
      files.rotateInTime(now());
      waitForTime();
    }
  }

  /** No more is written. */
  void end() {
    thread.execute(files::end);
  }
}
