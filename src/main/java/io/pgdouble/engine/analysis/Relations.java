package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import java.util.Optional;

/** Relations by name ({@code namespace.c: RangeVarGetRelid}). */
final class Relations {
  private Relations() {}

  static Optional<RelationEntry> find(
      AnalysisContext context, Optional<String> schema, String name) {
    if (schema.isPresent()) {
      return context.catalog().relation(context.searchPath().schema(schema.get()), name);
    }
    for (String searched : context.searchPath().schemas()) {
      Optional<RelationEntry> found = context.catalog().relation(searched, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
