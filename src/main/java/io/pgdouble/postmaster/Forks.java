package io.pgdouble.postmaster;

import io.netty.channel.Channel;
import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import java.util.function.Consumer;

/** Where processes come from. {@code fork_process.c}. */
interface Forks extends AutoCloseable {
  /**
   * Forks a process for a connection that was just accepted.
   *
   * @param born called on the connection's event loop, before anything is read from it; not at all
   *     where it is gone by then
   */
  void fork(Channel connection, Consumer<ForkedProcess> born);

  /**
   * Forks a process that serves no connection.
   *
   * @param born called by any thread
   */
  void fork(ProcessKind kind, Consumer<ForkedProcess> born);

  /**
   * Sends a signal to a process, as {@code kill} does.
   *
   * @return false where none of that pid can receive it
   */
  boolean signal(int pid, ProcessSignal signal);

  /** All of them end. Returns when they have. */
  @Override
  void close();
}
