package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.Deferral;
import io.pgdouble.engine.storage.PendingCheck;
import io.pgdouble.engine.storage.PendingEvents;
import io.pgdouble.engine.storage.RowVersion;
import java.util.Optional;

/** A key that another row may have had when it was written ({@code unique_key_recheck}). */
record UniqueCheck(RowIndexes indexes, TargetIndex index, RowVersion version)
    implements PendingCheck {
  @Override
  public Optional<Deferral> deferral() {
    return index.deferral();
  }

  @Override
  public int relation() {
    return indexes.relation();
  }

  @Override
  public void run(PendingEvents consequences) {
    indexes.recheck(index, version);
  }
}
