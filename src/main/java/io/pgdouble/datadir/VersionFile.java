package io.pgdouble.datadir;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code PG_VERSION}: of which major a directory is. {@code miscinit.c: ValidatePgVersion}. */
public final class VersionFile {
  public static final String NAME = "PG_VERSION";

  /** What {@code fscanf("%63s")} and {@code strtol} make of it. */
  private static final Pattern VERSION =
      Pattern.compile("\\s*+((\\d+)\\S{0,62}).*", Pattern.DOTALL);

  private VersionFile() {}

  /**
   * @throws ReportedError FATAL if the directory is none of this major
   */
  static void check(Path directory, int major) {
    Path file = directory.resolve(NAME);
    Matcher matcher = VERSION.matcher(read(directory, file));
    if (!matcher.matches()) {
      throw invalid(directory)
          .withDetail("File \"" + file + "\" does not contain valid data.")
          .withHint("You might need to initdb.")
          .toException();
    }
    if (!matcher.group(2).equals(Integer.toString(major))) {
      throw ErrorReport.fatal(
              SqlState.INVALID_PARAMETER_VALUE, "database files are incompatible with server")
          .withDetail(
              "The data directory was initialized by PostgreSQL version "
                  + matcher.group(1)
                  + ", which is not compatible with this version "
                  + ServerVersion.text(major)
                  + ".")
          .toException();
    }
  }

  private static String read(Path directory, Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw invalid(directory).withDetail("File \"" + file + "\" is missing.").toException();
    } catch (IOException e) {
      throw ErrorReport.fatal(
              SystemError.state(e),
              "could not open file \"" + file + "\": " + SystemError.reason(e))
          .toException();
    }
  }

  private static ErrorReport invalid(Path directory) {
    return ErrorReport.fatal(
        SqlState.INVALID_PARAMETER_VALUE, "\"" + directory + "\" is not a valid data directory");
  }
}
