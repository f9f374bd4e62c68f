package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import java.util.Optional;

/** Relations by name ({@code namespace.c: RangeVarGetRelid}). */
record RelationLookup(SessionMemory memory) {
  /** The schema that a name means to this session. */
  static String own(SessionMemory memory, String schema) {
    return memory.searchPath().schema(schema);
  }

  Optional<RelationEntry> find(Optional<String> schema, String name) {
    if (schema.isPresent()) {
      return memory.catalog().relation(own(memory, schema.get()), name);
    }
    for (String searched : memory.searchPath().schemas()) {
      Optional<RelationEntry> found = memory.catalog().relation(searched, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
