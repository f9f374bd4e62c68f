package io.pgdouble.postmaster;

import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.CommittedChanges;
import io.pgdouble.engine.Engine;
import io.pgdouble.settings.CurrentSettings;

/**
 * Roles, databases and settings for sessions to come, on a data directory: written with every
 * commit, so that they are there again after any end but the machine's.
 */
record KeptCatalogs(Engine engine, ServerHome.CatalogFile file) implements Engine.Follower {

  /** The engine of a server, which begins with what its home has kept. */
  static Engine engine(PostmasterOptions options, CurrentSettings settings) {
    Engine engine = new Engine(options.engine(), settings);
    options
        .home()
        .catalogs()
        .ifPresent(
            file -> {
              file.read().ifPresent(engine::readSharedCatalogs);
              engine.tell(new KeptCatalogs(engine, file));
            });
    options.home().rows().ifPresent(file -> KeptRows.follow(engine, file));
    return engine;
  }

  @Override
  public void base(Runnable copy) {
    copy.run();
  }

  @Override
  public void committed(CommittedChanges changes) {
    if (!changes.updates().isEmpty()) {
      file.write(engine.sharedCatalogs());
    }
  }
}
