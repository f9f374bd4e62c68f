package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.catalog.FactsCatalog;
import io.pgdouble.engine.catalog.SharedTables;
import io.pgdouble.engine.storage.Storage;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogs of every database of a cluster, of which all see the shared ones. Immutable.
 *
 * @param initial what a database has where nothing was ever made; its shared catalogs are those of
 *     all
 * @param databases the others, by OID
 */
record ClusterCatalogs(Version initial, Map<Long, Version> databases) {
  private static final String DATABASES = "pg_database";

  /** What one database knows. */
  record Version(Facts facts, FactsCatalog catalog) {
    Version(Facts facts) {
      this(facts, new FactsCatalog(facts));
    }

    Version with(CatalogUpdate update) {
      Facts changed = update.in(facts);
      return new Version(changed, catalog);
    }

    /** Once all is changed. */
    Version settled() {
      return new Version(facts, catalog.after(facts));
    }
  }

  ClusterCatalogs(Facts facts) {
    this(new Version(facts), Map.of());
  }

  Version of(long database) {
    return databases.getOrDefault(database, initial);
  }

  /** After what a transaction in a database has done. */
  ClusterCatalogs with(long database, List<CatalogUpdate> updates) {
    Version first = initial;
    Map<Long, Version> others = new HashMap<>(databases);
    for (CatalogUpdate update : updates) {
      if (SharedTables.contains(update.table())) {
        first = first.with(update);
        others.replaceAll((oid, version) -> version.with(update));
        copyOrDrop(update, others);
      } else {
        others.put(database, others.getOrDefault(database, first).with(update));
      }
    }
    others.replaceAll((oid, version) -> version.settled());
    return new ClusterCatalogs(first.settled(), Map.copyOf(others));
  }

  /** The files of relations that nobody is told of. */
  List<Storage.FileId> unlogged() {
    List<Storage.FileId> files = new ArrayList<>();
    databases.forEach(
        (database, version) ->
            version.facts().table("pg_class").rows().stream()
                .filter(row -> row.letter("relpersistence") == 'u')
                .map(row -> new Storage.FileId(database, row.oid("relfilenode")))
                .forEach(files::add));
    return files;
  }

  private static void copyOrDrop(CatalogUpdate update, Map<Long, Version> others) {
    if (update instanceof CatalogUpdate.Copied copied) {
      Version template = others.get(Long.parseLong(copied.template()));
      if (template != null) {
        others.put(Long.parseLong(copied.row()), template);
      }
    }
    if (update instanceof CatalogUpdate.Deleted && update.table().equals(DATABASES)) {
      others.remove(Long.parseLong(update.row()));
    }
  }
}
