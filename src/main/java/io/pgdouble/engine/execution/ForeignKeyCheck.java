package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.Deferral;
import io.pgdouble.engine.storage.PendingCheck;
import io.pgdouble.engine.storage.PendingEvents;
import io.pgdouble.engine.storage.RowVersion;
import java.util.Optional;

/** A row that refers to another ({@code ri_triggers.c: RI_FKey_check}). */
record ForeignKeyCheck(ForeignKey key, RowVersion version, Frame frame) implements PendingCheck {

  @Override
  public Optional<Deferral> deferral() {
    return key.deferral();
  }

  @Override
  public int relation() {
    return key.referencing().table().of(frame.context).relation().oid();
  }

  @Override
  public void run(PendingEvents consequences) {
    if (key.isDropped(frame) || !frame.context.storage().transaction().claims().isLive(version)) {
      return;
    }
    Object[] values = ForeignKey.values(key.referencing().columns(), version.values());
    int nulls = nulls(values);
    if (nulls > 0) {
      boolean mixed = key.match() == ForeignKey.Match.FULL && nulls < values.length;
      if (mixed) {
        throw new ForeignKeyErrors(key, frame).mixesNulls();
      }
      return;
    }
    String query = ForeignKeyQueries.check(key, frame);
    boolean found = ForeignKeyQueries.within(query, frame, () -> isThere(values));
    if (!found) {
      throw new ForeignKeyErrors(key, frame).notPresent(values);
    }
  }

  private boolean isThere(Object[] values) {
    Object[] cast = new Object[values.length];
    for (int i = 0; i < cast.length; i++) {
      frame.caseTest = values[i];
      cast[i] = key.casts()[i].evaluate(frame);
    }
    return new ReferencedRow(key, frame).lock(cast);
  }

  private static int nulls(Object[] values) {
    int nulls = 0;
    for (Object value : values) {
      nulls += value == null ? 1 : 0;
    }
    return nulls;
  }
}
