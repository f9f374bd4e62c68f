package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.RowVersion;
import java.util.Optional;

/**
 * What foreign keys have to look at because of a row that was written. Source: {@code trigger.c:
 * AfterTriggerSaveEvent}, {@code ri_triggers.c: RI_FKey_fk_upd_check_required,
 * RI_FKey_pk_upd_check_required}.
 */
final class RowReferences {
  private final TargetTable table;
  private final Frame frame;

  RowReferences(TargetTable table, Frame frame) {
    this.table = table;
    this.frame = frame;
  }

  void inserted(RowVersion version) {
    for (ForeignKey key : table.references()) {
      later(key, version, key.firing().inserted());
    }
  }

  private void later(ForeignKey key, RowVersion version, char enabled) {
    if (Trigger.fires(enabled, frame)) {
      frame.checks().later(new ForeignKeyCheck(key, version, frame));
    }
  }

  void updated(RowVersion old, RowVersion version) {
    for (ForeignKey key : table.referencing()) {
      int[] columns = key.referenced().columns();
      if (TargetTable.differs(columns, old.values(), version.values())) {
        lost(key, old, Optional.of(version.values()));
      }
    }
    boolean ownRow = old.xmin().isInProgress();
    for (ForeignKey key : table.references()) {
      int[] columns = key.referencing().columns();
      if (ownRow || TargetTable.differs(columns, old.values(), version.values())) {
        later(key, version, key.firing().updated());
      }
    }
  }

  void deleted(RowVersion old) {
    for (ForeignKey key : table.referencing()) {
      lost(key, old, Optional.empty());
    }
  }

  /** Nobody refers to a key with a null. */
  private void lost(ForeignKey key, RowVersion old, Optional<Object[]> changed) {
    ForeignKey.Firing firing = key.firing();
    boolean fires = Trigger.fires(changed.isPresent() ? firing.changed() : firing.deleted(), frame);
    if (fires && !Nulls.anyIn(ForeignKey.values(key.referenced().columns(), old.values()))) {
      frame.checks().later(new ReferencedChange(key, old.values(), changed, frame));
    }
  }
}
