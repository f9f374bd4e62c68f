package io.pgdouble.engine.catalog;

import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One version of what the database knows. Immutable: a transaction that creates something sees
 * another catalog. Callers may cache what they resolve for as long as they hold the same object.
 */
public interface Catalog {

  /** The rows it is made of. */
  Facts facts();

  /** Something made of this version once, and kept as long as it. */
  <T> T derived(Object key, Function<Catalog, T> maker);

  Optional<TypeEntry> findType(int oid);

  /** The type; an unknown OID is XX000, as {@code cache lookup failed} is. */
  TypeEntry type(int oid);

  Optional<TypeEntry> typeNamed(String schema, String name);

  boolean hasSchema(String schema);

  /** All functions, procedures, aggregates and window functions of a name, in any schema. */
  List<ProcEntry> procsNamed(String name);

  /** The function; an unknown OID is XX000. */
  ProcEntry proc(int oid);

  /** All operators of a name, in any schema. */
  List<OperatorEntry> operatorsNamed(String name);

  Optional<OperatorEntry> operator(int oid);

  Optional<CastEntry> cast(int source, int target);

  Optional<AggregateEntry> aggregate(int function);

  Optional<CollationEntry> collation(int oid);

  Optional<CollationEntry> collationNamed(String schema, String name);

  /** How values of a type are ordered by default; empty where they are not. */
  Optional<Ordering> ordering(int type);

  /** Whether values of a type can be told equal though they have no order (hash classes). */
  boolean hasHashEquality(int type);

  Optional<RelationEntry> relation(String schema, String name);

  Optional<RelationEntry> relation(int oid);

  /** The query that a view stands for; empty for other relations and views known by their rows. */
  Optional<String> viewDefinition(RelationEntry relation);

  /** The relation whose rows have this composite type. */
  Optional<RelationEntry> relationOfRowType(int type);
}
