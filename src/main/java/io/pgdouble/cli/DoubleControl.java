package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.conformance.ServerControl;
import io.pgdouble.conformance.Signal;
import io.pgdouble.engine.RecoveryConflict;
import io.pgdouble.reference.StandbyConflict;
import java.util.Optional;

/** The life of a double, steered by a case. */
final class DoubleControl implements ServerControl {
  private final PgDoubleOptions options;
  private final Optional<PgDouble> primary;
  private PgDouble server;

  private DoubleControl(PgDoubleOptions options, Optional<PgDouble> primary, PgDouble server) {
    this.options = options;
    this.primary = primary;
    this.server = server;
    follow();
  }

  static DoubleControl of(PgDoubleOptions options) {
    return of(options, Optional.empty());
  }

  /** A standby that follows a primary of its own. */
  static DoubleControl ofFollower(PgDoubleOptions options) {
    PgDouble primary = PgDouble.start(PgDoubleOptions.defaults().withMajor(options.major()));
    return of(options, Optional.of(primary));
  }

  private static DoubleControl of(PgDoubleOptions options, Optional<PgDouble> primary) {
    PgDouble server = PgDouble.start(options);
    return new DoubleControl(options.withPort(server.port()), primary, server);
  }

  private void follow() {
    primary.ifPresent(leader -> server.postmaster().follow(leader.postmaster()));
  }

  int port() {
    return options.port();
  }

  void signalPostmaster(Signal signal) {
    server.postmaster().signal(of(signal));
  }

  @Override
  public void signal(int pid, Signal signal) {
    server.postmaster().signal(pid, of(signal));
  }

  private static ProcessSignal of(Signal signal) {
    return switch (signal) {
      case STOP -> ProcessSignal.STOP;
      case CONTINUE -> ProcessSignal.CONT;
      case TERM -> ProcessSignal.TERM;
      case INT -> ProcessSignal.INT;
      case QUIT -> ProcessSignal.QUIT;
      case HUP -> ProcessSignal.HUP;
      case KILL -> ProcessSignal.KILL;
      case SEGV -> ProcessSignal.SEGV;
      case ABRT -> ProcessSignal.ABRT;
    };
  }

  @Override
  public void start() {
    server.awaitLastSession();
    server = PgDouble.start(options);
    follow();
  }

  @Override
  public void holdRecovery() {
    server.postmaster().holdRecovery();
  }

  @Override
  public void releaseRecovery() {
    server.postmaster().releaseRecovery();
  }

  @Override
  public void conflict(int pid, StandbyConflict conflict) {
    RecoveryConflict reason =
        switch (conflict) {
          case LOCK -> RecoveryConflict.LOCK;
          case SNAPSHOT -> RecoveryConflict.SNAPSHOT;
          case DATABASE -> RecoveryConflict.DATABASE;
          case BUFFER_PIN -> RecoveryConflict.BUFFER_PIN;
          case STARTUP_DEADLOCK -> RecoveryConflict.STARTUP_DEADLOCK;
          case TABLESPACE -> RecoveryConflict.TABLESPACE;
        };
    server.postmaster().recoveryConflict(pid, reason);
  }

  @Override
  public void promote() {
    server.postmaster().promote();
  }

  /** {@code EAGAIN}, as where a user has as many processes as he may have. */
  @Override
  public void failForks() {
    server.postmaster().forkFailures().begin("Resource temporarily unavailable");
  }

  @Override
  public void allowForks() {
    server.postmaster().forkFailures().end();
  }

  void close() {
    server.close();
    primary.ifPresent(PgDouble::close);
  }
}
