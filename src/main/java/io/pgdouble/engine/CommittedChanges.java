package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.storage.RowWrite;
import java.util.List;

/**
 * What a transaction did to the catalogs and to tables, as a standby is sent it.
 *
 * @param database the OID of the one it ran in
 * @param lastOid the greatest OID that was given out until then
 */
public record CommittedChanges(
    long database, List<CatalogUpdate> updates, List<RowWrite> rows, long lastOid) {
  public CommittedChanges {
    updates = List.copyOf(updates);
    rows = List.copyOf(rows);
  }
}
