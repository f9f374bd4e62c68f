package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.SchemaNames;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

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

  /** A schema to create something in. */
  long requireCreation(String name) {
    long oid = require(name);
    new ObjectRights(memory).check(ObjectRights.SCHEMA, oid, 'C');
    return oid;
  }
}
