package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

/** The queries of users' views, as their rules have them ({@code pg_rewrite.ev_action}). */
public final class ViewQueries {
  private ViewQueries() {}

  private record Key(int view) {}

  /** Empty for what is no user's view. */
  public static Optional<Query> of(Catalog catalog, RelationEntry relation) {
    return relation.kind() == 'v' ? definition(catalog, relation) : Optional.empty();
  }

  /** The same, or what the rows of a materialized view were made of. */
  public static Optional<Query> definition(Catalog catalog, RelationEntry relation) {
    return relation.kind() == 'v' || relation.kind() == 'm'
        ? catalog.derived(new Key(relation.oid()), version -> read(catalog, relation))
        : Optional.empty();
  }

  private static Optional<Query> read(Catalog catalog, RelationEntry relation) {
    String oid = Integer.toUnsignedString(relation.oid());
    return catalog.facts().table("pg_rewrite").where("ev_class", oid).stream()
        .map((FactRow row) -> row.find("ev_action"))
        .flatMap(Optional::stream)
        .findFirst()
        .map(tree -> new NodeText(catalog).read(tree, Query.class));
  }
}
