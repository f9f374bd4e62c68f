package io.pgdouble.datadir;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.opts}: with which command line the server was started, for {@code pg_ctl
 * restart}. {@code postmaster.c: CreateOptsFile}.
 */
public final class OptionsFile {
  private static final String NAME = "postmaster.opts";

  private OptionsFile() {}

  /**
   * Writes it.
   *
   * @param program absolute
   * @return LOG if it could not be written
   */
  public static Optional<ErrorReport> write(
      DataDirectory directory, String program, List<String> arguments) {
    StringBuilder line = new StringBuilder(program);
    for (String argument : arguments) {
      line.append(" \"").append(argument).append('"');
    }
    try {
      directory.write(NAME, line.append('\n').toString());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          ErrorReport.of(
              Severity.LOG,
              SystemError.state(e),
              "could not create file \"" + NAME + "\": " + SystemError.reason(e)));
    }
  }
}
