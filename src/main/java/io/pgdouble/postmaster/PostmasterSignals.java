package io.pgdouble.postmaster;

import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.datadir.ServerHome;

/** What signals do to the postmaster. {@code postmaster.c: process_pm_pmsignal} and its kin. */
final class PostmasterSignals {
  private final Postmaster postmaster;
  private final Life life;
  private final ServerHome home;
  private final PostmasterLog log;

  PostmasterSignals(Postmaster postmaster, Life life, ServerHome home, PostmasterLog log) {
    this.postmaster = postmaster;
    this.life = life;
    this.home = home;
    this.log = log;
  }

  /** What was asked of a server that is gone is not asked of the next. */
  static void forgetFiles(ServerHome home) {
    home.remove(ServerHome.SignalFile.PROMOTE);
    home.remove(ServerHome.SignalFile.LOGROTATE);
  }

  void obey(ProcessSignal signal) {
    switch (signal) {
      case HUP -> postmaster.reload();
      case TERM -> postmaster.stop(ShutdownMode.SMART);
      case INT -> postmaster.stop(ShutdownMode.FAST);
      case QUIT -> postmaster.stop(ShutdownMode.IMMEDIATE);
      case STOP -> postmaster.pause();
      case CONT -> postmaster.resume();
      case USR1 -> lookForSignalFiles();
      case ILL, TRAP, ABRT, BUS, KILL, SEGV, SYS -> life.die();
    }
  }

  private void lookForSignalFiles() {
    log.rotateIfAsked(home);
    if (home.take(ServerHome.SignalFile.PROMOTE)) {
      postmaster.promote();
    }
  }
}
