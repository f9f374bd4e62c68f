package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.CatalogEnvironment;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.type.BinaryReader;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What stands in the texts of nodes in another way than by its components: entries of the catalog
 * by their OIDs, values by their binary forms.
 */
record NodeTypes(Catalog catalog) {
  private static final Map<Class<?>, ToIntFunction<Object>> OIDS =
      Map.of(
          ProcEntry.class, entry -> ((ProcEntry) entry).oid(),
          OperatorEntry.class, entry -> ((OperatorEntry) entry).oid(),
          AggregateEntry.class, entry -> ((AggregateEntry) entry).function(),
          RelationEntry.class, entry -> ((RelationEntry) entry).oid());

  static boolean isEntry(Class<?> type) {
    return OIDS.containsKey(type);
  }

  static int oid(Object entry) {
    return OIDS.get(entry.getClass()).applyAsInt(entry);
  }

  /** The entry of an OID; an object that is gone is XX000. */
  Object entry(Class<?> type, int oid) {
    Map<Class<?>, Function<Integer, Object>> finders =
        Map.of(
            ProcEntry.class, catalog::proc,
            OperatorEntry.class, id -> catalog.operator(id).orElseThrow(),
            AggregateEntry.class, id -> catalog.aggregate(id).orElseThrow(),
            RelationEntry.class, id -> catalog.relation(id).orElseThrow());
    return finders.get(type).apply(oid);
  }

  String value(int type, Object value) {
    return value == null ? "-" : HexFormat.of().formatHex(io(type).send(value, values()));
  }

  Object value(int type, String hex) {
    if (hex.equals("-")) {
      return null;
    }
    byte[] bytes = HexFormat.of().parseHex(hex);
    return io(type).receive(new BinaryReader(bytes), -1, values());
  }

  private TypeEnvironment values() {
    return new CatalogEnvironment(catalog);
  }

  private TypeIo io(int type) {
    return Types.io(TypeFacts.baseType(catalog, type));
  }
}
