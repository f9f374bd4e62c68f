package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Query;
import java.util.Optional;
import java.util.function.Function;

/** Expressions and queries as the texts that catalogs keep of them ({@code pg_node_tree}). */
public record NodeText(Catalog catalog) {

  public String write(Object node) {
    return new NodeWriter(new NodeTypes(catalog)).write(node);
  }

  public <T> T read(String text, Class<T> type) {
    return read(text, type, view -> ViewQueries.of(catalog, view));
  }

  /**
   * The same.
   *
   * @param views the queries of views that are read
   */
  <T> T read(String text, Class<T> type, Function<RelationEntry, Optional<Query>> views) {
    return new NodeReader(new NodeTypes(catalog), text, views).read(type);
  }
}
