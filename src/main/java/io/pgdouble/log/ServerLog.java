package io.pgdouble.log;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The log of one server. Called by any thread, and makes none of them wait: what is reported is
 * kept, and turned into lines where they are asked for, or by a thread of the log's own for those
 * who follow it and for the files that are written.
 */
public final class ServerLog {
  /** The file in a data directory that tells where the log is. {@code LOG_METAINFO_DATAFILE}. */
  public static final String CURRENT_FILES = LogFiles.CURRENT;

  /** How many reports are kept for who asks later. */
  private static final int KEPT = 1000;

  private final Supplier<ServerSettings> current;
  private final LongSupplier clock;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private final List<Consumer<Kept>> followers = new ArrayList<>();
  private final LogThread thread = new LogThread();
  private volatile LogSettings settings;
  private volatile LogCollector collector;

  /** {@code postmaster.c: whereToSendOutput}: a server that starts always writes text, too. */
  private volatile boolean starting = true;

  /** A report, and how it was to be written then. */
  record Kept(LogEntry entry, LogSettings form, Set<LogFormat> forms, Place place) {
    String text() {
      return form.text(LogFormat.STDERR, entry);
    }
  }

  /** Where a report was to be written. */
  enum Place {
    STANDARD_ERROR,
    FILES
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

  /** Whether files are written. */
  public boolean collects() {
    return collector != null;
  }

  /** In which forms a report is written now. What has no file is text. */
  Set<LogFormat> forms() {
    Set<LogFormat> asked = settings().files().asked();
    if (collector == null) {
      return asked.isEmpty() && !starting
          ? EnumSet.noneOf(LogFormat.class)
          : EnumSet.of(LogFormat.STDERR);
    }
    Set<LogFormat> forms = EnumSet.copyOf(asked);
    if (starting) {
      forms.add(LogFormat.STDERR);
    }
    return forms;
  }

  /** A report that is grave enough has come. */
  void write(LogEntry entry) {
    Place place = collector == null ? Place.STANDARD_ERROR : Place.FILES;
    Kept one = new Kept(entry, settings(), forms(), place);
    synchronized (this) {
      kept.addLast(one);
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
      if (!followers.isEmpty()) {
        List<Consumer<Kept>> readers = List.copyOf(followers);
        thread.execute(() -> readers.forEach(reader -> reader.accept(one)));
      }
    }
  }

  private synchronized void read(Consumer<Kept> reader) {
    List<Kept> before = List.copyOf(kept);
    followers.add(reader);
    thread.execute(() -> before.forEach(reader));
  }

  /**
   * Hands a reader the lines written so far and every one to come, in order, on a thread of the
   * log's own: one report at a time, each line with its end.
   */
  public void follow(Consumer<String> reader) {
    read(one -> reader.accept(one.text()));
  }

  /** The same, without what is written into files instead. */
  public void followStandardError(Consumer<String> reader) {
    read(
        one -> {
          if (one.place() == Place.STANDARD_ERROR && one.forms().contains(LogFormat.STDERR)) {
            reader.accept(one.text());
          }
        });
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

  /**
   * From now on files are written. {@code syslogger.c: SysLogger_Start}.
   *
   * @param directory of data
   * @param complaints hears why there are no other files
   * @throws io.pgdouble.error.ReportedError FATAL if they cannot be opened
   */
  public void collect(Path directory, Consumer<ErrorReport> complaints) {
    LogFiles files = new LogFiles(directory, settings().files(), complaints);
    files.begin(LogTime.unixSeconds(now()));
    LogCollector made = new LogCollector(files, thread, clock);
    synchronized (this) {
      collector = made;
      followers.add(made::write);
    }
    made.waitForTime();
  }

  /** Whether a form is asked for. */
  public boolean writes(LogFormat format) {
    return settings().files().asked().contains(format);
  }

  /** The server has started: what is not to be text is not any more. */
  public void started() {
    starting = false;
  }

  /** Nobody is to be led to the files of a server that was there before. */
  public static void forget(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(CURRENT_FILES));
  }

  /** Other settings are in force. */
  public void reloaded() {
    if (collector != null) {
      collector.follow(settings().files());
    }
  }

  /**
   * Goes on to other files, if any are written.
   *
   * @return false where none are
   */
  public boolean rotate() {
    if (collector == null) {
      return false;
    }
    collector.rotate();
    return true;
  }

  /** Waits until those who follow have read everything, and lets go of the thread. */
  public void close() {
    if (collector != null) {
      collector.end();
    }
    synchronized (this) {
      followers.clear();
    }
    thread.end();
  }
}
