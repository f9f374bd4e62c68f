package io.pgdouble.postmaster;

import io.pgdouble.datadir.ControlFile;
import io.pgdouble.datadir.PostmasterPid;
import io.pgdouble.datadir.ServerHome;

/** What a server makes known of its state to who looks into its directory. */
final class PublishedState {
  private final ServerHome home;
  private final BackendRegister register;

  PublishedState(ServerHome home, BackendRegister register) {
    this.home = home;
    this.register = register;
  }

  void entered(ServerState state) {
    switch (state) {
      case RUN -> {
        home.remove(ServerHome.SignalFile.STANDBY);
        home.state(ControlFile.State.IN_PRODUCTION);
        home.status(PostmasterPid.Status.READY);
      }
      case STARTUP -> home.status(PostmasterPid.Status.STARTING);
      case RECOVERY -> {
        home.state(ControlFile.State.IN_ARCHIVE_RECOVERY);
        if (!register.servesInRecovery()) {
          home.status(PostmasterPid.Status.STANDBY);
        }
      }
      case HOT_STANDBY -> home.status(PostmasterPid.Status.READY);
      case INIT, STOP_BACKENDS, WAIT_BACKENDS, WAIT_DEAD_END, NO_CHILDREN, KILLED -> {}
    }
  }
}
