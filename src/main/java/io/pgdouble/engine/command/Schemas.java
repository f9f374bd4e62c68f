package io.pgdouble.engine.command;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.SchemaNames;

/** Schemas by name, with who may do what in them. */
record Schemas(SessionMemory memory) {

  long require(String name) {
    return new SchemaNames(memory.changes().current())
        .oid(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_SCHEMA, "schema \"" + name + "\" does not exist"));
  }

  /** Who may not use a schema finds nothing in it; of one that is not there, others complain. */
  void checkUsage(String name) {
    boolean searched = memory.searchPath().schemas().contains(name);
    if (!searched) {
      new SchemaNames(memory.changes().current())
          .oid(name)
          .ifPresent(oid -> new ObjectRights(memory).check(ObjectRights.SCHEMA, oid, 'U'));
    }
  }

  /** {@code LookupExplicitNamespace}. */
  long requireUsage(String name) {
    long oid = require(name);
    new ObjectRights(memory).check(ObjectRights.SCHEMA, oid, 'U');
    return oid;
  }

  /** A schema to create something in. */
  long requireCreation(String name) {
    long oid = require(name);
    new ObjectRights(memory).check(ObjectRights.SCHEMA, oid, 'C');
    return oid;
  }
}
