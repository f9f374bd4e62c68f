package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import java.util.List;

/**
 * What a transaction did to the catalogs all sessions share, as a standby is sent it.
 *
 * @param lastOid the greatest OID that was given out until then
 */
public record CommittedChanges(List<CatalogUpdate> updates, long lastOid) {
  public CommittedChanges {
    updates = List.copyOf(updates);
  }
}
