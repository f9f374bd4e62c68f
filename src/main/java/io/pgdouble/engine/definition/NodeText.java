package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;

/** Expressions and queries as the texts that catalogs keep of them ({@code pg_node_tree}). */
public record NodeText(Catalog catalog) {

  public String write(Object node) {
    return new NodeWriter(new NodeTypes(catalog)).write(node);
  }

  public <T> T read(String text, Class<T> type) {
    return new NodeReader(new NodeTypes(catalog), text).read(type);
  }
}
