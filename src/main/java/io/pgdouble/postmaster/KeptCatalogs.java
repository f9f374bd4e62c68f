package io.pgdouble.postmaster;

import io.pgdouble.datadir.ControlFile;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.CommittedChanges;
import io.pgdouble.engine.Engine;
import io.pgdouble.settings.CurrentSettings;
import java.util.function.BooleanSupplier;

/**
 * Roles, databases and settings for sessions to come, on a data directory: written with every
 * commit, so that they are there again after any end but the machine's.
 */
record KeptCatalogs(Engine engine, ServerHome.CatalogFile file) implements Engine.Follower {

  /**
   * The engine of a server, which begins with what its home has kept.
   *
   * @param mode how it starts
   */
  static Engine engine(PostmasterOptions options, CurrentSettings settings, StartMode mode) {
    Engine engine = new Engine(options.engine(), settings);
    options
        .home()
        .catalogs()
        .ifPresent(
            file -> {
              file.read().ifPresent(engine::readSharedCatalogs);
              engine.tell(new KeptCatalogs(engine, file));
            });
    BooleanSupplier recovers =
        () -> mode.isStandby() || options.home().found().state() != ControlFile.State.SHUT_DOWN;
    options.home().rows().ifPresent(file -> KeptRows.follow(engine, file, recovers));
    return engine;
  }

  @Override
  public void base(Engine.Base all) {
    file.write(engine.sharedCatalogs());
  }

  @Override
  public void committed(CommittedChanges changes) {
    if (!changes.updates().isEmpty()) {
      file.write(engine.sharedCatalogs());
    }
  }
}
