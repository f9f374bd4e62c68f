package io.pgdouble.postmaster;

import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.Engine;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.settings.CurrentSettings;

/** The engine of a server through the server's life: what it keeps, loses, and is sent. */
final class ServedEngine {
  private final Engine engine;
  private final ServerHome home;
  private RecoveryProgress recovery;
  private WalReceiver receiver;

  /**
   * @param mode how the server starts
   */
  ServedEngine(PostmasterOptions options, CurrentSettings settings, StartMode mode) {
    engine = KeptCatalogs.engine(options, settings, mode);
    home = options.home();
  }

  Engine engine() {
    return engine;
  }

  /** The server begins to live. */
  void serve(BackendRegister register) {
    register.roles().areThoseOf(engine);
    recovery = register.life().recovery();
    receiver = new WalReceiver(engine, recovery, register);
    recovery.writes(engine.wal());
    recovery.isDoneBy(register.auxiliary()::startup);
    recovery.loses(engine::recover);
    recovery.ends(receiver::leave);
  }

  /** From now on it is a copy of that one, until it is promoted. */
  void follow(ServedEngine primary) {
    receiver.follow(primary.engine);
  }

  /** The server's life is over. What a standby has received is not lost, replayed or not. */
  void end(ServerHome.Ending ending) {
    if (receiver != null) {
      receiver.leave();
      recovery.replay(Recovery.ReplayState.NOT_PAUSED);
    }
    KeptRows.end(engine, home, ending);
  }
}
