package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the default btree operator class of a type ({@code indexcmds.c: GetDefaultOpClass}). */
final class OrderingFacts {
  private static final String BTREE = "403";
  private static final String HASH = "405";

  /** {@code BTINRANGE_PROC}. */
  private static final String IN_RANGE = "3";

  private static final int ANYARRAY = 2277;
  private static final int ANYENUM = 3500;
  private static final int RECORD = 2249;
  private static final int ANYRANGE = 3831;
  private static final int ANYMULTIRANGE = 4537;

  /** Operator family by the input type of its default class. */
  private final Map<Integer, String> families = new HashMap<>();

  private final Set<Integer> hashable = new HashSet<>();
  private final Map<String, Integer> operators = new HashMap<>();
  private final Map<String, Integer> comparisons = new HashMap<>();

  /** By family and type: the support function for each type of offset. */
  private final Map<String, Map<Integer, Integer>> inRange = new HashMap<>();

  OrderingFacts(Facts facts) {
    for (FactRow row : facts.table("pg_opclass").rows()) {
      if (row.text("opcmethod").equals(BTREE) && row.bool("opcdefault")) {
        families.put(FactEntries.oid(row, "opcintype"), row.text("opcfamily"));
      } else if (row.text("opcmethod").equals(HASH) && row.bool("opcdefault")) {
        hashable.add(FactEntries.oid(row, "opcintype"));
      }
    }
    for (FactRow row : facts.table("pg_amop").rows()) {
      if (row.text("amopmethod").equals(BTREE)) {
        operators.put(key(row, "amop") + row.text("amopstrategy"), FactEntries.oid(row, "amopopr"));
      }
    }
    for (FactRow row : facts.table("pg_amproc").rows()) {
      comparisons.put(key(row, "amproc") + row.text("amprocnum"), FactEntries.oid(row, "amproc"));
      if (row.text("amprocnum").equals(IN_RANGE)) {
        inRange
            .computeIfAbsent(
                row.text("amprocfamily") + "/" + row.text("amproclefttype") + "/",
                key -> new TreeMap<>())
            .put(FactEntries.oid(row, "amprocrighttype"), FactEntries.oid(row, "amproc"));
      }
    }
  }

  private static String key(FactRow row, String prefix) {
    return row.text(prefix + "family")
        + "/"
        + row.text(prefix + "lefttype")
        + "/"
        + row.text(prefix + "righttype")
        + "/";
  }

  boolean hasHashClass(Catalog catalog, int type) {
    Optional<TypeEntry> array = catalog.findType(type).filter(TypeEntry::isTrueArray);
    return array.isPresent()
        ? hasHashClass(catalog, array.get().element())
        : hashable.contains(type);
  }

  Optional<Ordering> find(Catalog catalog, int type) {
    Optional<TypeEntry> entry = catalog.findType(type);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().kind() == 'd') {
      return find(catalog, entry.get().base());
    }
    return inputType(catalog, entry.get()).flatMap(found -> ofInputType(catalog, found));
  }

  /** The type whose operator class serves this type. */
  private Optional<Integer> inputType(Catalog catalog, TypeEntry type) {
    if (families.containsKey(type.oid())) {
      return Optional.of(type.oid());
    }
    if (type.isTrueArray()) {
      // typcache.c: cache_array_element_properties
      return find(catalog, type.element()).map(element -> ANYARRAY);
    }
    switch (type.kind()) {
      case 'e':
        return Optional.of(ANYENUM);
      case 'c':
        return Optional.of(RECORD);
      case 'r':
        return Optional.of(ANYRANGE);
      case 'm':
        return Optional.of(ANYMULTIRANGE);
      default:
        return binaryCoercible(catalog, type.oid());
    }
  }

  /** Of several classes for types this one can be seen as, the one for a preferred type wins. */
  private Optional<Integer> binaryCoercible(Catalog catalog, int type) {
    Optional<Integer> found = Optional.empty();
    for (int candidate : families.keySet()) {
      boolean coercible =
          catalog
              .cast(type, candidate)
              .filter(cast -> cast.method() == 'b' && cast.context() == 'i')
              .isPresent();
      if (coercible && (found.isEmpty() || catalog.type(candidate).preferred())) {
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  private Optional<Ordering> ofInputType(Catalog catalog, int type) {
    String key = families.get(type) + "/" + type + "/" + type + "/";
    return Optional.of(
        new Ordering(
            operator(catalog, key + "1"),
            operator(catalog, key + "3"),
            operator(catalog, key + "5"),
            catalog.proc(comparisons.get(key + "1")),
            type,
            inRange(catalog, families.get(type) + "/" + type + "/")));
  }

  private List<Ordering.InRange> inRange(Catalog catalog, String key) {
    List<Ordering.InRange> found = new ArrayList<>();
    for (Map.Entry<Integer, Integer> each : inRange.getOrDefault(key, Map.of()).entrySet()) {
      found.add(new Ordering.InRange(each.getKey(), catalog.proc(each.getValue())));
    }
    return List.copyOf(found);
  }

  private OperatorEntry operator(Catalog catalog, String key) {
    return catalog.operator(operators.get(key)).orElseThrow();
  }
}
