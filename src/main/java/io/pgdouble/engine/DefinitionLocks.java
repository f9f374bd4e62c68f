package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import java.util.List;

/**
 * What a change of the catalogs locks besides what its command has locked. Source: {@code
 * tablecmds.c: DefineRelation}, {@code index.c: index_create}.
 */
final class DefinitionLocks {
  private DefinitionLocks() {}

  static List<ImpliedLock> of(CatalogUpdate update) {
    if (update instanceof CatalogUpdate.Inserted made && made.table().equals("pg_class")) {
      long relation = Long.parseLong(made.values().get("oid"));
      return List.of(
          "t".equals(made.values().get("relpersistence"))
              ? new ImpliedLock(
                  (int) relation, LockMode.ACCESS_EXCLUSIVE, ImpliedLock.Place.TEMPORARY)
              : lock(relation, LockMode.ACCESS_EXCLUSIVE));
    }
    if (update instanceof CatalogUpdate.Inserted made && made.table().equals("pg_index")) {
      return List.of(lock(Long.parseLong(made.values().get("indrelid")), LockMode.SHARE));
    }
    return List.of();
  }

  private static ImpliedLock lock(long relation, LockMode mode) {
    return new ImpliedLock((int) relation, mode, ImpliedLock.Place.DATABASE);
  }
}
