package io.pgdouble.postmaster;

/**
 * A process of the server.
 *
 * @param pid above 0
 * @param start microseconds since 2000-01-01 00:00 UTC
 */
public record ServerProcess(int pid, ProcessKind kind, long start) {
  /** As the log names it. {@code postmaster.c: LogChildExit}. */
  String named(int major) {
    return kind.logName(major) + " (PID " + pid + ") ";
  }
}
