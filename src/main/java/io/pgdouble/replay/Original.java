package io.pgdouble.replay;

import io.pgdouble.trace.Crossing;
import java.util.Optional;

/** A session of the server that is asked what a recording does not have. Used by one thread. */
public interface Original extends AutoCloseable {
  /** Where such sessions are to be had. */
  @FunctionalInterface
  interface Source {
    /**
     * Asks for a session.
     *
     * @param startup the body of the StartupMessage
     * @throws io.pgdouble.error.ReportedError FATAL if the server is not to be had
     */
    Original connect(byte[] startup);
  }

  /** Says something. */
  void say(Crossing.Message message);

  /**
   * What comes next, after all that is said about who the frontend is; empty if nothing does in
   * time.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if it asks for a proof that nobody has
   */
  Optional<Crossing> next(long millis);

  /** Sends a CancelRequest. */
  void cancel();

  /** Ends the session, if it has not ended. */
  @Override
  void close();
}
