package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types, routines and what has a name without a schema, as a statement names them, and whether the
 * current user owns them ({@code objectaddress.c: get_object_address, check_object_ownership}).
 */
record NamedObject(SessionMemory memory, ObjectType type) {
  private static final Set<ObjectType> ROUTINES =
      Set.of(ObjectType.FUNCTION, ObjectType.PROCEDURE, ObjectType.ROUTINE);

  /** A catalog of objects without a schema: its OID, itself, and whose name is in which column. */
  private record Plain(long catalog, String table, String name, Optional<Securable> securable) {}

  private static final Map<ObjectType, Plain> PLAIN =
      Map.of(
          ObjectType.LANGUAGE,
          new Plain(
              ObjectAddress.LANGUAGE, "pg_language", "lanname", Optional.of(Securable.LANGUAGE)),
          ObjectType.EXTENSION,
          new Plain(ObjectAddress.EXTENSION, "pg_extension", "extname", Optional.empty()),
          ObjectType.TABLESPACE,
          new Plain(
              ObjectAddress.TABLESPACE,
              "pg_tablespace",
              "spcname",
              Optional.of(Securable.TABLESPACE)));

  boolean isKnown() {
    return isType() || ROUTINES.contains(type) || type == ObjectType.DOMCONSTRAINT || isPlain();
  }

  private boolean isType() {
    return type == ObjectType.TYPE || type == ObjectType.DOMAIN;
  }

  private boolean isPlain() {
    return PLAIN.containsKey(type);
  }

  /** The object, which the current user owns. */
  ObjectAddress require(Node object) {
    if (isType()) {
      return ObjectAddress.type(Integer.toUnsignedLong(type((TypeName) object).oid()));
    }
    if (ROUTINES.contains(type)) {
      long oid = Integer.toUnsignedLong(routine((ObjectWithArgs) object).oid());
      return new ObjectAddress(ObjectAddress.PROC, oid, 0);
    }
    return type == ObjectType.DOMCONSTRAINT
        ? constraint(DropCommand.names(object))
        : plain(((StringValue) object).value());
  }

  private TypeEntry type(TypeName name) {
    TypeName unplaced =
        new TypeName(
            name.names(), name.setof(), name.pctType(), name.typmods(), name.arrayBounds(), -1);
    TypeEntry found = new NamedTypes(memory).find(unplaced);
    if (type == ObjectType.DOMAIN && found.kind() != 'd') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + String.join(".", name.names()) + "\" is not a domain");
    }
    new TypeLookup(memory).checkOwnerAlone(found);
    return found;
  }

  private ProcEntry routine(ObjectWithArgs named) {
    RoutineLookup lookup = new RoutineLookup(memory, type);
    ProcEntry routine = lookup.require(named);
    lookup.checkOwner(routine, named);
    return routine;
  }

  private ObjectAddress constraint(List<String> names) {
    int last = names.size() - 1;
    TypeEntry domain = new NamedTypes(memory).find(names.subList(0, last));
    FactRow row =
        new DomainConstraints(memory, domain)
            .find(names.get(last))
            .orElseThrow(() -> new DomainConstraints(memory, domain).missing(names.get(last)));
    new TypeLookup(memory).checkOwnerAlone(domain);
    return ObjectAddress.constraint(row.oid("oid"));
  }

  private ObjectAddress plain(String name) {
    Plain plain = PLAIN.get(type);
    String word = type.name().toLowerCase(java.util.Locale.ROOT);
    FactRow row =
        memory.changes().current().table(plain.table()).where(plain.name(), name).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT, word + " \"" + name + "\" does not exist"));
    if (plain.securable().isEmpty() && !new Principal(memory).isSuperuser()) {
      throw ErrorReport.notSimulated("who owns an extension").toException();
    }
    plain
        .securable()
        .ifPresent(
            kind ->
                new ObjectRights(memory)
                    .checkOwner(new ObjectRights.Kind(kind, word), row.oid("oid")));
    return new ObjectAddress(plain.catalog(), row.oid("oid"), 0);
  }
}
