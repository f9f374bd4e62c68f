package io.pgdouble.engine.command;

import java.util.Map;
import java.util.Optional;

/** A column that is no more ({@code heap.c: RemoveAttributeById}). */
record DroppedColumn(SessionMemory memory) {

  void remove(ObjectAddress column) {
    CatalogRows rows = new CatalogRows(memory.changes());
    String key = column.oid() + "\t" + column.sub();
    Map<String, String> values =
        Map.of(
            "attname", "........pg.dropped." + column.sub() + "........",
            "attisdropped", "t",
            "atttypid", "0",
            "attnotnull", "f",
            "attstattarget", "0",
            "attgenerated", "",
            "attidentity", "",
            "atthasmissing", "f");
    values.forEach((name, value) -> rows.change("pg_attribute", key, name, Optional.of(value)));
    rows.change("pg_attribute", key, "attmissingval", Optional.empty());
    rows.change("pg_attribute", key, "attacl", Optional.empty());
  }
}
