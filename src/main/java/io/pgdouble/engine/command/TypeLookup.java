package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** Types by name, and whose they are. */
record TypeLookup(SessionMemory memory) {

  Optional<TypeEntry> find(List<String> names) {
    String name = names.get(names.size() - 1);
    if (names.size() > 1) {
      String schema = memory.searchPath().schema(names.get(names.size() - 2));
      new Schemas(memory).checkUsage(schema);
      return memory.catalog().typeNamed(schema, name);
    }
    for (String searched : memory.searchPath().schemas()) {
      Optional<TypeEntry> found = memory.catalog().typeNamed(searched, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  TypeEntry require(List<String> names) {
    return find(names)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT,
                    "type \"" + String.join(".", names) + "\" does not exist"));
  }

  /** {@code aclcheck_error_type} for who does not own it, nor its schema. */
  void checkOwner(TypeEntry type) {
    if (!new ObjectRights(memory).isOwnerOfSchema(type.schema())) {
      checkOwnerAlone(type);
    }
  }

  /** The same for who does not own it. */
  void checkOwnerAlone(TypeEntry type) {
    FactRow row =
        memory
            .changes()
            .current()
            .table("pg_type")
            .byOid(Integer.toUnsignedLong(type.oid()))
            .orElseThrow();
    if (!new ObjectRights(memory).isOwner(row.oid("typowner"))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "must be owner of type " + shown(memory, type));
    }
  }

  /** {@code format_type_be}. */
  static String shown(SessionMemory memory, TypeEntry type) {
    return memory
        .execution()
        .types()
        .objectNames()
        .name(TypeOid.REGTYPE, Integer.toUnsignedLong(type.oid()))
        .orElseThrow();
  }
}
