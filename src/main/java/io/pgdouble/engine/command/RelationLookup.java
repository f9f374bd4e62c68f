package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Relations by name ({@code namespace.c: RangeVarGetRelid}). */
record RelationLookup(SessionMemory memory) {
  /** The schema that a name means to this session. */
  static String own(SessionMemory memory, String schema) {
    return memory.searchPath().schema(schema);
  }

  Optional<RelationEntry> find(Optional<String> schema, String name) {
    if (schema.isPresent()) {
      new Schemas(memory).checkUsage(own(memory, schema.get()));
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

  /** By a name that must be there. */
  RelationEntry require(List<String> names) {
    Optional<String> schema =
        names.size() > 1 ? Optional.of(names.get(names.size() - 2)) : Optional.empty();
    String name = names.get(names.size() - 1);
    return find(schema, name).orElseThrow(() -> absent(schema, name));
  }

  RelationEntry require(RangeVar relation) {
    return find(relation.schemaname(), relation.relname()).orElseThrow(() -> missing(relation));
  }

  ReportedError missing(RangeVar relation) {
    return absent(relation.schemaname(), relation.relname());
  }

  /** {@code namespace.c: LookupExplicitNamespace} comes first. */
  private ReportedError absent(Optional<String> schema, String name) {
    schema.ifPresent(one -> new Schemas(memory).require(own(memory, one)));
    String shown = schema.map(one -> one + ".").orElse("") + name;
    return new ReportedError(SqlState.UNDEFINED_TABLE, "relation \"" + shown + "\" does not exist");
  }
}
