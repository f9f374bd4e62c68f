package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which tables inherit from which ({@code pg_inherits.c}). */
public final class Inheritance {
  private static final String TABLE = "pg_inherits";

  private Inheritance() {}

  private record Key(int relation) {}

  /** The tables that inherit from one directly, by their OIDs. */
  public static List<Integer> children(Catalog catalog, int relation) {
    FactTable inherits = catalog.facts().table(TABLE);
    if (inherits.size() == 0) {
      return List.of();
    }
    return inherits.where("inhparent", Integer.toUnsignedString(relation)).stream()
        .map(row -> (int) row.oid("inhrelid"))
        .sorted(Integer::compareUnsigned)
        .toList();
  }

  /** The tables that one inherits from directly, in the order in which it named them. */
  public static List<Integer> parents(Catalog catalog, int relation) {
    return catalog
        .facts()
        .table(TABLE)
        .where("inhrelid", Integer.toUnsignedString(relation))
        .stream()
        .sorted(Comparator.comparingInt((FactRow row) -> row.integer("inhseqno")))
        .map(row -> (int) row.oid("inhparent"))
        .toList();
  }

  /** A table and all that inherit from it, however far away ({@code find_all_inheritors}). */
  public static List<Integer> family(Catalog catalog, int relation) {
    if (catalog.facts().table(TABLE).size() == 0) {
      return List.of(relation);
    }
    return catalog.derived(new Key(relation), version -> found(version, relation));
  }

  private static List<Integer> found(Catalog catalog, int relation) {
    List<Integer> family = new ArrayList<>(List.of(relation));
    for (int i = 0; i < family.size(); i++) {
      children(catalog, family.get(i)).stream()
          .filter(child -> !family.contains(child))
          .forEach(family::add);
    }
    return List.copyOf(family);
  }
}
