package io.pgdouble.cli;

import java.nio.file.Path;

/**
 * Where failures of the program's own go. Said before anything logs: without it Logback tells every
 * step of the libraries on standard output, among what a command answers.
 */
final class ProgramLog {
  private static final String CONFIGURATION = "logback.configurationFile";

  private ProgramLog() {}

  /** Where the server log goes, too, unless somebody knows better. */
  static void toStandardError() {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, "io/pgdouble/cli/logback.xml");
    }
  }

  /** Out of the way of what the command prints. */
  static void toFile(Path file) {
    System.setProperty("pgdouble.log", file.toString());
    System.setProperty(CONFIGURATION, "io/pgdouble/cli/logback-crosscheck.xml");
  }
}
