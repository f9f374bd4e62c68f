package io.pgdouble.datadir;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What PostgreSQL keeps of a new cluster in its catalogs, and nowhere else: {@code
 * pg_xact/pgdouble}, one line with the superuser's name. A directory without it belongs to a real
 * PostgreSQL, whose tables the double could not show.
 */
final class ClusterFile {
  /** Not where {@code pg_checksums} expects relations and nothing else. */
  static final String NAME = "pg_xact/pgdouble";

  private ClusterFile() {}

  static void create(Path directory, String superuser) throws IOException {
    Files.writeString(directory.resolve(NAME), superuser + "\n", StandardCharsets.UTF_8);
  }

  /**
   * The superuser's name.
   *
   * @throws ReportedError FATAL if this is a directory of a real PostgreSQL
   */
  static String superuser(Path directory) {
    try {
      return Files.readString(directory.resolve(NAME), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw ErrorReport.notSimulated("a data directory of PostgreSQL's own initdb")
          .withSeverity(Severity.FATAL)
          .withHint("Make one with pgdouble's initdb: it holds configuration, and no tables.")
          .toException();
    }
  }
}
