package io.pgdouble.log;

import io.pgdouble.settings.ServerSettings;
import io.pgdouble.type.Zone;
import java.util.Set;

/**
 * What the settings say of the files of the log.
 *
 * @param asked what is to be written
 * @param directory as {@code log_directory} spells it
 * @param name {@code log_filename}, a pattern of {@code strftime}
 * @param rotationSeconds 0 for never, as for the next
 * @param mode of new files
 */
record LogFileRules(
    Set<LogFormat> asked,
    String directory,
    String name,
    long rotationSeconds,
    long rotationBytes,
    Truncation truncation,
    int mode,
    Zone zone) {
  private static final long SECONDS = 60;
  private static final long BYTES = 1024;

  /** {@code log_truncate_on_rotation}. */
  enum Truncation {
    ON,
    OFF
  }

  static LogFileRules of(ServerSettings settings, Zone zone) {
    return new LogFileRules(
        LogFormat.asked(settings.text("log_destination")),
        settings.text("log_directory"),
        settings.text("log_filename"),
        settings.integer("log_rotation_age") * SECONDS,
        settings.integer("log_rotation_size") * BYTES,
        settings.bool("log_truncate_on_rotation") ? Truncation.ON : Truncation.OFF,
        settings.integer("log_file_mode"),
        zone);
  }

  /** Whether files that are open need not change their names. */
  boolean agreesWith(LogFileRules other) {
    return directory.equals(other.directory) && name.equals(other.name);
  }

  /**
   * The file of a form at some moment. {@code syslogger.c: logfile_getname}.
   *
   * @param unixSeconds since 1970
   */
  String file(LogFormat format, long unixSeconds) {
    String file = directory + "/" + LogFileName.of(name, unixSeconds, zone);
    if (format == LogFormat.STDERR) {
      return file;
    }
    String text = LogFormat.STDERR.suffix();
    String stem = file.endsWith(text) ? file.substring(0, file.length() - text.length()) : file;
    return stem + format.suffix();
  }

  /**
   * When time asks for other files next; empty for never. {@code set_next_rotation_time}.
   *
   * @param unixSeconds since 1970
   */
  long nextRotation(long unixSeconds) {
    if (rotationSeconds == 0) {
      return Long.MAX_VALUE;
    }
    long east = zone.at(unixSeconds).secondsEast();
    long local = unixSeconds + east;
    return local - Math.floorMod(local, rotationSeconds) + rotationSeconds - east;
  }
}
