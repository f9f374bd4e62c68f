package io.pgdouble.datadir;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A directory that {@code initdb} made, fit to be used. {@code miscinit.c: checkDataDir,
 * ValidatePgVersion}; {@code postmaster.c: checkControlFile}.
 */
public final class DataDirectory {
  /** {@code file_perm.h: PG_MODE_MASK_GROUP}: what others may never do, and the group not all. */
  private static final int PG_MODE_MASK_GROUP = 0027;

  private static final int GROUP_READ = 0040;

  /** {@code xlog.h: STANDBY_SIGNAL_FILE} and its kin. */
  private static final List<String> RECOVERY_FILES = List.of("recovery.signal", "backup_label");

  private final Path path;
  private final FileModes modes;

  private DataDirectory(Path path, FileModes modes) {
    this.path = path;
    this.modes = modes;
  }

  /**
   * Looks at a directory.
   *
   * @param path absolute
   * @param major of the server that wants to use it
   * @throws ReportedError FATAL if it is unfit
   * @throws CannotStartException if it has no control file
   */
  public static DataDirectory check(Path path, int major) {
    Map<String, Object> attributes = attributes(path);
    if (!Boolean.TRUE.equals(attributes.get("isDirectory"))) {
      throw ErrorReport.fatal(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "specified data directory \"" + path + "\" is not a directory")
          .toException();
    }
    checkOwner(path, attributes);
    int mode = (Integer) attributes.getOrDefault("mode", 0700);
    if ((mode & PG_MODE_MASK_GROUP) != 0) {
      throw ErrorReport.fatal(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "data directory \"" + path + "\" has invalid permissions")
          .withDetail("Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).")
          .toException();
    }
    VersionFile.check(path, major);
    checkControlFile(path);
    return new DataDirectory(path, FileModes.of((mode & GROUP_READ) != 0 ? 0750 : 0700));
  }

  private static Map<String, Object> attributes(Path path) {
    try {
      boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
      return Files.readAttributes(path, unix ? "unix:isDirectory,mode,uid" : "isDirectory");
    } catch (NoSuchFileException e) {
      throw ErrorReport.fatal(
              SqlState.UNDEFINED_FILE, "data directory \"" + path + "\" does not exist")
          .toException();
    } catch (IOException e) {
      throw ErrorReport.fatal(
              SystemError.state(e),
              "could not read permissions of directory \"" + path + "\": " + SystemError.reason(e))
          .toException();
    }
  }

  /** The superuser of the system, as whom PostgreSQL will not run, owns every directory here. */
  private static void checkOwner(Path path, Map<String, Object> attributes) {
    int self = OwnProcess.user();
    boolean own = attributes.getOrDefault("uid", self).equals(self);
    if (!own && self != 0) {
      throw ErrorReport.fatal(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "data directory \"" + path + "\" has wrong ownership")
          .withHint("The server must be started by the user that owns the data directory.")
          .toException();
    }
  }

  private static void checkControlFile(Path path) {
    Path control = ControlFile.in(path);
    try {
      Files.newInputStream(control).close();
    } catch (IOException e) {
      throw new CannotStartException(
          2,
          ": could not find the database system\nExpected to find it in the directory \""
              + path
              + "\",\nbut could not open file \""
              + control
              + "\": "
              + SystemError.reason(e));
    }
  }

  /**
   * Refuses files that ask for another way to start than as a primary.
   *
   * @throws ReportedError FATAL if there is one
   */
  void refuseRecovery() {
    for (String name : RECOVERY_FILES) {
      if (Files.exists(path.resolve(name))) {
        throw ErrorReport.notSimulated("a start with the file " + name)
            .withSeverity(Severity.FATAL)
            .toException();
      }
    }
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  /** Who may read what is written into it. */
  public FileModes modes() {
    return modes;
  }

  /**
   * Puts another file in a file's place, whole or not at all: {@code fd.c: durable_rename}.
   *
   * @throws ReportedError if it cannot be written
   */
  void replace(String name, String text) {
    String temporary = name + ".tmp";
    try {
      write(temporary, text);
      Files.move(path.resolve(temporary), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw ErrorReport.error(
              SystemError.state(e),
              "could not open file \"" + temporary + "\": " + SystemError.reason(e))
          .toException();
    }
  }

  /** Writes one of its files anew; one that is there keeps its permissions. */
  void write(String name, String text) throws IOException {
    Path file = path.resolve(name);
    boolean isNew = !Files.exists(file);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    if (isNew) {
      modes.apply(file);
    }
  }
}
