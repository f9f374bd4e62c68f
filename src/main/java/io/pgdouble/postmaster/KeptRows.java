package io.pgdouble.postmaster;

import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.CommittedChanges;
import io.pgdouble.engine.Engine;
import java.util.function.BooleanSupplier;

/**
 * The rows of tables, on a data directory: what a transaction has written is appended when it
 * commits, so that it is there again after any end but the machine's; when the server starts and
 * when it ends in order, only what there is by then is kept.
 */
record KeptRows(Engine engine, ServerHome.RowFile file) implements Engine.Follower {

  /**
   * The engine begins with what its home has kept.
   *
   * @param recovers whether what was there before has crashed, or becomes a standby
   */
  static void follow(Engine engine, ServerHome.RowFile file, BooleanSupplier recovers) {
    engine.readRows(file.read());
    if (recovers.getAsBoolean()) {
      engine.recover();
    }
    file.replace(engine.rows());
    engine.tell(new KeptRows(engine, file));
  }

  /** What was written ahead of sequences is not lost at an orderly end. */
  static void end(Engine engine, ServerHome home, ServerHome.Ending ending) {
    if (ending == ServerHome.Ending.SHUT_DOWN) {
      home.rows().ifPresent(file -> file.replace(engine.rows()));
    }
  }

  @Override
  public void base(Engine.Base all) {
    file.replace(engine.rows());
  }

  @Override
  public void committed(CommittedChanges changes) {
    if (!changes.rows().isEmpty()) {
      file.append(changes.rowBytes());
    }
  }
}
