package io.pgdouble.engine.command;

import io.pgdouble.facts.SchemaNames;

/** What is in a session's temporary schema ({@code namespace.c: RemoveTempRelations}). */
public record TemporaryRelations(SessionMemory memory) {

  /**
   * Makes the schema if the search path begins with it ({@code namespace.c: fetch_search_path}).
   */
  public void makePending() {
    CreationSchema.makePending(memory);
  }

  /** Drops them all; their schema stays. */
  public void drop() {
    memory
        .temporary()
        .schema()
        .flatMap(name -> new SchemaNames(memory.changes().current()).oid(name))
        .ifPresent(oid -> new Deletion(memory).clear(ObjectAddress.schema(oid)));
  }
}
