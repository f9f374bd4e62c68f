package io.pgdouble.postmaster;

import io.pgdouble.backend.Backend;
import io.pgdouble.backend.ExitStatus;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.engine.Interrupt;
import java.util.Optional;

/** What signals do to the processes of a server. */
final class SignalDelivery {
  private final BackendRegister register;

  SignalDelivery(BackendRegister register) {
    this.register = register;
  }

  /**
   * To a process of that pid.
   *
   * @return false where there is none
   */
  boolean to(int pid, ProcessSignal signal) {
    Optional<Backend> backend = register.find(pid);
    if (backend.isPresent()) {
      to(backend.get(), signal);
      return true;
    }
    Optional<ServerProcess> process = register.auxiliary().find(pid);
    process.ifPresent(found -> to(found, signal));
    return process.isPresent();
  }

  /** To a backend. */
  void to(Backend backend, ProcessSignal signal) {
    switch (signal) {
      case HUP -> backend.signals().interrupt(Interrupt.CONFIGURATION_RELOADED);
      case INT -> backend.signals().interrupt(Interrupt.CANCEL);
      case TERM -> backend.signals().interrupt(Interrupt.TERMINATE);
      case QUIT -> backend.signals().quit();
      case ILL, TRAP, ABRT, BUS, KILL, SEGV, SYS -> backend.signals().die(signal);
      case STOP -> backend.signals().freeze();
      case CONT -> backend.signals().thaw();
      case USR1 -> {} // Nobody has put a reason into shared memory.
    }
  }

  /** To another. */
  void to(ServerProcess process, ProcessSignal signal) {
    switch (signal) {
      case HUP, STOP, CONT, USR1 -> {}
      case INT -> interrupt(process);
      case TERM -> terminate(process);
      case QUIT -> end(process, ExitStatus.QUICK_DEATH);
      case ILL, TRAP, ABRT, BUS, KILL, SEGV, SYS -> end(process, ExitStatus.of(signal));
    }
  }

  /** {@code walwriter.c: WalWriterMain}; a background worker ends as upon an error. */
  private void interrupt(ServerProcess process) {
    switch (process.kind()) {
      case WAL_WRITER, IO_WORKER -> end(process, ExitStatus.NORMAL);
      case LOGICAL_REPLICATION_LAUNCHER -> end(process, ExitStatus.FATAL);
      case CLIENT_BACKEND, STARTUP, CHECKPOINTER, BACKGROUND_WRITER, AUTOVACUUM_LAUNCHER -> {}
    }
  }

  /** Some take no notice: they go last. {@code checkpointer.c}, {@code method_worker.c}. */
  private void terminate(ServerProcess process) {
    switch (process.kind()) {
      case CHECKPOINTER, IO_WORKER -> {}
      case CLIENT_BACKEND,
          STARTUP,
          BACKGROUND_WRITER,
          WAL_WRITER,
          AUTOVACUUM_LAUNCHER,
          LOGICAL_REPLICATION_LAUNCHER ->
          end(process, process.kind().exitOnTerm());
    }
  }

  private void end(ServerProcess process, ExitStatus exit) {
    register.auxiliary().end(process.pid(), () -> register.life().reaped(process, exit));
  }
}
