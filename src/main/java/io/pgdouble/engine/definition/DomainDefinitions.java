package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.definition.DomainEntry.Check;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The definitions of domains, read from the rows of a catalog. */
public final class DomainDefinitions {
  private final Catalog catalog;
  private final NodeText nodes;

  private DomainDefinitions(Catalog catalog) {
    this.catalog = catalog;
    this.nodes = new NodeText(catalog);
  }

  private record Key(int domain) {}

  /** The definition of a domain, which is read once for each version of a catalog. */
  public static DomainEntry of(Catalog catalog, int domain) {
    return catalog.derived(new Key(domain), version -> new DomainDefinitions(catalog).read(domain));
  }

  private DomainEntry read(int domain) {
    boolean notNull = false;
    List<Check> checks = new ArrayList<>();
    Optional<Expression> defaultValue = Optional.empty();
    TypeEntry level = catalog.type(domain);
    while (level.kind() == 'd') {
      String oid = Integer.toUnsignedString(level.oid());
      FactRow row = catalog.facts().table("pg_type").byOid(Long.parseLong(oid)).orElseThrow();
      notNull |= row.bool("typnotnull");
      checks.addAll(0, checks(oid));
      defaultValue = defaultValue.or(() -> defaultOf(row));
      level = catalog.type(level.base());
    }
    return new DomainEntry(catalog.type(domain), notNull, List.copyOf(checks), defaultValue);
  }

  private Optional<Expression> defaultOf(FactRow row) {
    return row.find("typdefaultbin").map(text -> nodes.read(text, Expression.class));
  }

  private List<Check> checks(String domain) {
    return catalog.facts().table("pg_constraint").where("contypid", domain).stream()
        .filter(row -> row.letter("contype") == 'c')
        .map(
            row -> new Check(row.text("conname"), nodes.read(row.text("conbin"), Expression.class)))
        .sorted(Comparator.comparing(Check::name))
        .toList();
  }
}
