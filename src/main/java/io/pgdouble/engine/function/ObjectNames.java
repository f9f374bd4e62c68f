package io.pgdouble.engine.function;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The names and OIDs of catalogued objects, for {@code to_regclass}, {@code pg_get_userbyid} and
 * their like. Implemented over the catalog.
 */
public interface ObjectNames {

  /** Role name by OID. */
  Optional<String> role(int oid);

  /** Role OID by name. */
  OptionalInt roleOid(String name);

  /** Schema name by OID. */
  Optional<String> schema(int oid);

  /** Schema OID by name. */
  OptionalInt schemaOid(String name);

  /** Database OID by name. */
  OptionalInt databaseOid(String name);

  /** Database name by OID. */
  Optional<String> database(int oid);

  /** OID of a relation by its qualified or unqualified name parts, found in the search path. */
  OptionalInt relationOid(java.util.List<String> nameParts);

  /** Name of a relation, qualified if the search path does not find it. */
  Optional<String> relation(int oid);
}
