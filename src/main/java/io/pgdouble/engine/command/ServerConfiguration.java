package io.pgdouble.engine.command;

import io.pgdouble.settings.AlterSystem;
import io.pgdouble.settings.ConfigurationItem;
import java.util.List;
import java.util.Map;

/** What sessions see and do of the files that a server is configured by. Called by many threads. */
public interface ServerConfiguration {
  /**
   * The lines of the configuration files as they stand now: the rows of {@code pg_file_settings}.
   */
  List<ConfigurationItem> fileSettings();

  /**
   * The records of an authentication file as they stand now, by the columns of its view; lists are
   * arrays of text.
   *
   * @throws io.pgdouble.error.ReportedError if it cannot be opened
   */
  List<Map<String, Object>> authentication(AuthenticationFile file);

  /**
   * Changes a line of the file that ALTER SYSTEM writes.
   *
   * @throws io.pgdouble.error.ReportedError if the file makes no sense or cannot be written
   */
  void alterSystem(AlterSystem.Edit edit);

  /** Empties that file. */
  void alterSystemResetAll();

  /**
   * Where the log is written at present: what {@code current_logfiles} says, line by line; empty
   * where no files are written.
   */
  List<String> currentLogFiles();

  /**
   * Has the log go on to other files.
   *
   * @return false where no files are written
   */
  boolean rotateLog();

  /** The files that have a view. */
  enum AuthenticationFile {
    /** {@code pg_hba_file_rules}. */
    HBA,
    /** {@code pg_ident_file_mappings}. */
    IDENT
  }
}
