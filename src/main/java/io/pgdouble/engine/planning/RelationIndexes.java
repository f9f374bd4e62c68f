package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which locks go with that of a relation. Source: {@code plancat.c: get_relation_info}. */
final class RelationIndexes {
  private static final String CLASSES = "pg_class";

  /** What is beneath the views whose rows the session tells, or facts of another relation. */
  private static final String AUTHID = "pg_authid";

  private RelationIndexes() {}

  /** Those of a relation's indexes. */
  static List<ImpliedLock> locks(Catalog catalog, RelationEntry relation, LockMode mode) {
    return locks(catalog, Integer.toUnsignedLong(relation.oid()), mode);
  }

  private static List<ImpliedLock> locks(Catalog catalog, long relation, LockMode mode) {
    List<ImpliedLock> locks = new ArrayList<>(2);
    for (FactRow row :
        catalog.facts().table("pg_index").where("indrelid", Long.toString(relation))) {
      int index = (int) row.oid("indexrelid");
      locks.add(new ImpliedLock(index, mode, place(catalog, relation)));
    }
    return locks;
  }

  /** Those of a view or a catalog that is read. */
  static List<ImpliedLock> locksOfRead(Catalog catalog, RelationEntry relation) {
    List<ImpliedLock> locks = new ArrayList<>(read(catalog, relation.oid()));
    for (String name : beneath(relation)) {
      find(catalog, name).ifPresent(oid -> locks.addAll(read(catalog, oid)));
    }
    return locks;
  }

  private static List<ImpliedLock> read(Catalog catalog, int relation) {
    long oid = Integer.toUnsignedLong(relation);
    List<ImpliedLock> locks = new ArrayList<>(2);
    locks.add(new ImpliedLock(relation, LockMode.ACCESS_SHARE, place(catalog, oid)));
    locks.addAll(locks(catalog, oid, LockMode.ACCESS_SHARE));
    return locks;
  }

  /** What the views of {@code system_views.sql} read whose rows are told without them. */
  private static List<String> beneath(RelationEntry relation) {
    return switch (relation.name()) {
      case "pg_roles" -> List.of(AUTHID, "pg_db_role_setting");
      case "pg_stat_replication" -> List.of(AUTHID);
      case "pg_stat_activity" -> List.of("pg_database", AUTHID);
      default -> List.of();
    };
  }

  private static Optional<Integer> find(Catalog catalog, String name) {
    return catalog.facts().table(CLASSES).where("relname", name).stream()
        .findFirst()
        .map(row -> (int) row.oid("oid"));
  }

  static ImpliedLock.Place place(RelationEntry table) {
    return table.persistence() == 't' ? ImpliedLock.Place.TEMPORARY : ImpliedLock.Place.DATABASE;
  }

  private static ImpliedLock.Place place(Catalog catalog, long relation) {
    return catalog.facts().table(CLASSES).byOid(relation).map(RelationIndexes::place).orElseThrow();
  }

  private static ImpliedLock.Place place(FactRow row) {
    if (row.bool("relisshared")) {
      return ImpliedLock.Place.CLUSTER;
    }
    return row.text("relpersistence").equals("t")
        ? ImpliedLock.Place.TEMPORARY
        : ImpliedLock.Place.DATABASE;
  }
}
