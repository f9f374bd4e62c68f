package io.pgdouble.datadir;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The file of the setting {@code external_pid_file}: the pid once more, where everybody may read
 * it. {@code postmaster.c: PostmasterMain, unlink_external_pid_file}.
 */
final class ExternalPidFile {
  private static final String SETTING = "external_pid_file";

  private final Path path;

  private ExternalPidFile(Path path) {
    this.path = path;
  }

  /**
   * Writes it, if the settings want one.
   *
   * @param directory where a relative path begins
   * @throws ReportedError FATAL if it cannot be written: PostgreSQL says so, in a line that is none
   *     of its log, and goes on
   */
  static Optional<ExternalPidFile> write(Path directory, ServerSettings settings, long pid) {
    if (!settings.isGiven(SETTING) || settings.text(SETTING).isEmpty()) {
      return Optional.empty();
    }
    Path path = directory.resolve(settings.text(SETTING));
    try {
      Files.writeString(path, pid + "\n");
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw ErrorReport.notSimulated("an external_pid_file that cannot be written")
          .withSeverity(Severity.FATAL)
          .toException();
    }
    return Optional.of(new ExternalPidFile(path));
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
