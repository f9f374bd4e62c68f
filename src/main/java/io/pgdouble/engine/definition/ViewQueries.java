package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries of users' views, as their rules have them ({@code pg_rewrite.ev_action}). */
public final class ViewQueries {
  private ViewQueries() {}

  private record Key(int view) {}

  /**
   * Empty for what is no user's view. Where a view is read by what it reads itself, its place there
   * has no query.
   */
  public static Optional<Query> of(Catalog catalog, RelationEntry relation) {
    return relation.kind() == 'v' ? definition(catalog, relation) : Optional.empty();
  }

  /** The same, or what the rows of a materialized view were made of. */
  public static Optional<Query> definition(Catalog catalog, RelationEntry relation) {
    return relation.kind() == 'v' || relation.kind() == 'm'
        ? catalog.derived(new Key(relation.oid()), version -> new Reading(catalog).whole(relation))
        : Optional.empty();
  }

  /** {@code rewriteHandler.c: fireRIRrules}: that a view does not lead back to itself. */
  public static void requireEnd(Catalog catalog, RangeEntry.Relation entry) {
    if (entry.body().isEmpty() && of(catalog, entry.relation()).isPresent()) {
      throw endless(entry.relation());
    }
  }

  public static ReportedError endless(RelationEntry view) {
    return new ReportedError(
        SqlState.INVALID_OBJECT_DEFINITION,
        "infinite recursion detected in rules for relation \"" + view.name() + "\"");
  }

  /** Reads a view, with those beneath it. */
  private static final class Reading {
    private final Catalog catalog;
    private final Set<Integer> around = new HashSet<>();
    private final Map<Integer, Optional<Query>> known = new HashMap<>();

    Reading(Catalog catalog) {
      this.catalog = catalog;
    }

    Optional<Query> whole(RelationEntry relation) {
      around.add(relation.oid());
      return parsed(relation);
    }

    private Optional<Query> read(RelationEntry relation) {
      if (relation.kind() != 'v' || !around.add(relation.oid())) {
        return Optional.empty();
      }
      Optional<Query> query = known.get(relation.oid());
      if (query == null) {
        query = parsed(relation);
        known.put(relation.oid(), query);
      }
      around.remove(relation.oid());
      return query;
    }

    private Optional<Query> parsed(RelationEntry relation) {
      String oid = Integer.toUnsignedString(relation.oid());
      return catalog.facts().table("pg_rewrite").where("ev_class", oid).stream()
          .map((FactRow row) -> row.find("ev_action"))
          .flatMap(Optional::stream)
          .findFirst()
          .map(tree -> new NodeText(catalog).read(tree, Query.class, this::read));
    }
  }
}
