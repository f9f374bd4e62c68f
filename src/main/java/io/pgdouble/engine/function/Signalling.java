package io.pgdouble.engine.function;

import java.util.List;

/** How a backend reaches another one: {@code procsignal} and {@code kill}. */
public interface Signalling {

  /** {@code SIGINT} to a backend. False if there is no such backend. */
  boolean cancel(int pid);

  /** {@code SIGTERM} to a backend. False if there is no such backend. */
  boolean terminate(int pid);

  /** Whether a backend of that pid exists. */
  boolean isRunning(int pid);

  /**
   * {@code pg_reload_conf}: has the server read its configuration again.
   *
   * @throws io.pgdouble.error.ReportedError 0A000 for others than superusers
   */
  boolean reload();

  /** What is known of the log's files. */
  LogFileAccess logFiles();

  /** {@code pg_current_logfile} and {@code pg_rotate_logfile}. */
  interface LogFileAccess {
    /** The lines of {@code current_logfiles}. */
    List<String> current();

    /** False where no files are written. */
    boolean rotate();
  }
}
