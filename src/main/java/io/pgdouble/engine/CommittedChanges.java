package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.storage.RowCodec;
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

  /** What was written to tables, as a server keeps it that is to be there again. */
  public byte[] rowBytes() {
    return RowCodec.write(rows);
  }
}
