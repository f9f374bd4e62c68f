package io.pgdouble.log;

import io.pgdouble.datadir.FileModes;
import io.pgdouble.datadir.SystemError;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files of the log, one for each form that is asked for and always one for text. Used by one
 * thread. Source: {@code syslogger.c}.
 */
final class LogFiles {
  /** What tells others where the log is. {@code LOG_METAINFO_DATAFILE}. */
  static final String CURRENT = "current_logfiles";

  private final Path directory;
  private final Consumer<ErrorReport> complaints;
  private final Map<LogFormat, LogFile> open = new EnumMap<>(LogFormat.class);
  private LogFileRules rules;
  private long nextRotation;
  private boolean rotates = true;

  /**
   * @param directory of data
   * @param complaints hears why there are no other files
   */
  LogFiles(Path directory, LogFileRules rules, Consumer<ErrorReport> complaints) {
    this.directory = directory;
    this.rules = rules;
    this.complaints = complaints;
  }

  /**
   * Opens the first files.
   *
   * @param now seconds since 1970
   * @throws io.pgdouble.error.ReportedError FATAL if they cannot be opened
   */
  void begin(long now) {
    makeDirectory();
    for (LogFormat format : wanted()) {
      String name = rules.file(format, now);
      try {
        open.put(format, LogFile.open(directory, name, LogFile.Content.STAYS, rules.mode()));
      } catch (IOException e) {
        throw failure(name, e).withSeverity(Severity.FATAL).toException();
      }
    }
    nextRotation = rules.nextRotation(now);
    tellOthers();
  }

  private Set<LogFormat> wanted() {
    Set<LogFormat> wanted = EnumSet.of(LogFormat.STDERR);
    wanted.addAll(rules.asked());
    return wanted;
  }

  /** Where it fails, so does opening the file. */
  private void makeDirectory() {
    Path made = directory.resolve(rules.directory());
    try {
      Files.createDirectory(made);
      FileModes.OWNER.apply(made);
    } catch (IOException e) {
      return;
    }
  }

  private static ErrorReport failure(String name, IOException e) {
    String text = "could not open log file \"" + name + "\": " + SystemError.reason(e);
    return ErrorReport.of(Severity.LOG, SystemError.state(e), text);
  }

  /** When time asks for other files: seconds since 1970. */
  long nextRotation() {
    return nextRotation;
  }

  /**
   * The settings have changed.
   *
   * @param now seconds since 1970, as in all that follow
   */
  void follow(LogFileRules next, long now) {
    boolean others = !rules.agreesWith(next);
    rules = next;
    rotates = true;
    if (others) {
      makeDirectory();
    }
    if (others || !open.keySet().equals(wanted())) {
      rotate(now, wanted(), LogFile.Content.STAYS);
    }
  }

  /** Writes one form of a report, and goes on to another file where that one is full. */
  void write(LogFormat format, String text, long now) {
    LogFile file = open.getOrDefault(format, open.get(LogFormat.STDERR));
    try {
      file.write(text);
      if (rotates && rules.rotationBytes() > 0 && file.size() >= rules.rotationBytes()) {
        rotate(now, EnumSet.of(format), LogFile.Content.STAYS);
      }
    } catch (IOException e) {
      complaints.accept(failure(file.name(), e));
    }
  }

  /** Somebody asks for other files. */
  void rotate(long now) {
    rotate(now, wanted(), LogFile.Content.STAYS);
  }

  /** Time asks for other files, if it has come. */
  void rotateInTime(long now) {
    if (now < nextRotation) {
      return;
    }
    if (!rotates) {
      nextRotation = rules.nextRotation(now);
      return;
    }
    LogFile.Content content =
        switch (rules.truncation()) {
          case ON -> LogFile.Content.GOES;
          case OFF -> LogFile.Content.STAYS;
        };
    rotate(nextRotation, wanted(), content);
  }

  /** {@code logfile_rotate}. What has the same name as before goes on. */
  private void rotate(long moment, Set<LogFormat> which, LogFile.Content content) {
    for (LogFormat format : LogFormat.values()) {
      if (which.contains(format) && !replace(format, moment, content)) {
        break;
      }
      if (!wanted().contains(format)) {
        Optional.ofNullable(open.remove(format)).ifPresent(this::close);
      }
    }
    nextRotation = rules.nextRotation(moment);
    tellOthers();
  }

  private boolean replace(LogFormat format, long moment, LogFile.Content content) {
    String name = rules.file(format, moment);
    LogFile before = open.get(format);
    boolean other = before != null && !before.name().equals(name);
    try {
      LogFile.Content fate = other ? content : LogFile.Content.STAYS;
      open.put(format, LogFile.open(directory, name, fate, rules.mode()));
    } catch (IOException e) {
      complaints.accept(failure(name, e));
      complaints.accept(
          ErrorReport.of(
              Severity.LOG,
              SqlState.SUCCESSFUL_COMPLETION,
              "disabling automatic rotation (use SIGHUP to re-enable)"));
      rotates = false;
      return false;
    }
    Optional.ofNullable(before).ifPresent(this::close);
    return true;
  }

  private void close(LogFile file) {
    try {
      file.close();
    } catch (IOException e) {
      complaints.accept(failure(file.name(), e));
    }
  }

  /** {@code update_metainfo_datafile}. */
  private void tellOthers() {
    StringBuilder text = new StringBuilder();
    open.forEach(
        (format, file) -> {
          if (rules.asked().contains(format)) {
            text.append(format.word()).append(' ').append(file.name()).append('\n');
          }
        });
    Path written = directory.resolve(CURRENT + ".tmp");
    try {
      LogFile file = LogFile.open(directory, CURRENT + ".tmp", LogFile.Content.GOES, rules.mode());
      file.write(text.toString());
      file.close();
      Files.move(written, directory.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      complaints.accept(failure(CURRENT, e));
    }
  }

  /** No more is written. */
  void end() {
    open.values().forEach(this::close);
    open.clear();
  }
}
