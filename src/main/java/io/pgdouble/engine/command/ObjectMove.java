package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.AlterObjectSchemaStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Set;

/** SET SCHEMA of types and routines ({@code alter.c: ExecAlterObjectSchemaStmt}). */
record ObjectMove(SessionMemory memory, AlterObjectSchemaStmt node) {
  private static final Set<ObjectType> KNOWN =
      Set.of(
          ObjectType.TYPE,
          ObjectType.DOMAIN,
          ObjectType.FUNCTION,
          ObjectType.PROCEDURE,
          ObjectType.ROUTINE);

  static boolean knows(AlterObjectSchemaStmt node) {
    return KNOWN.contains(node.objectType());
  }

  void run() {
    boolean type = node.objectType() == ObjectType.TYPE || node.objectType() == ObjectType.DOMAIN;
    if (type) {
      type();
    } else {
      routine();
    }
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  /** {@code CheckSetNamespace}. */
  private void checkMovable(String from) {
    if (from.startsWith("pg_temp") || node.newschema().startsWith("pg_temp")) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot move objects into or out of temporary schemas");
    }
  }

  /** {@code typecmds.c: AlterTypeNamespace}. */
  private void type() {
    TypeEntry type = new NamedTypes(memory).find(DropCommand.names(node.object().orElseThrow()));
    if (node.objectType() == ObjectType.DOMAIN && type.kind() != 'd') {
      new AlterableType(memory, type).check(ObjectType.DOMAIN);
    }
    checkMovable(type.schema());
    long schema = new Schemas(memory).requireCreation(node.newschema());
    new TypeLookup(memory).checkOwnerAlone(type);
    if (type.isTrueArray()) {
      new AlterableType(memory, type).check(node.objectType());
    }
    if (type.schema().equals(node.newschema())) {
      return;
    }
    if (new ObjectNames(rows().facts(), schema).hasType(type.name())) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT,
          "type \"" + type.name() + "\" already exists in schema \"" + node.newschema() + "\"");
    }
    new AlterableType(memory, type).check(node.objectType());
    move(type, schema);
  }

  private void move(TypeEntry type, long schema) {
    if (type.kind() == 'c') {
      new SetSchemaCommand(memory)
          .move(memory.catalog().relation(type.relation()).orElseThrow(), schema);
      return;
    }
    long oid = Integer.toUnsignedLong(type.oid());
    long before = new Schemas(memory).require(type.schema());
    for (FactRow row : new DomainConstraints(memory, type).rows()) {
      rows().change("pg_constraint", row.oid("oid"), "connamespace", Long.toString(schema));
    }
    rows().change("pg_type", oid, "typnamespace", Long.toString(schema));
    long array = rows().facts().table("pg_type").byOid(oid).orElseThrow().oid("typarray");
    if (array != 0) {
      rows().change("pg_type", array, "typnamespace", Long.toString(schema));
    }
    rows().dependOnOtherSchema(ObjectAddress.type(oid), before, schema);
  }

  /** {@code AlterObjectNamespace_internal}. */
  private void routine() {
    ObjectWithArgs named = (ObjectWithArgs) node.object().orElseThrow();
    ProcEntry routine = new RoutineLookup(memory, node.objectType()).require(named);
    checkMovable(routine.schema());
    long schema = new Schemas(memory).require(node.newschema());
    if (routine.schema().equals(node.newschema())) {
      return;
    }
    RoutineLookup.checkOwner(memory, routine);
    new Schemas(memory).requireCreation(node.newschema());
    RoutineLookup.requireNew(
        memory, routine, new RoutineLookup.Place(node.newschema(), routine.name()));
    long oid = Integer.toUnsignedLong(routine.oid());
    long before = new Schemas(memory).require(routine.schema());
    rows().change("pg_proc", oid, "pronamespace", Long.toString(schema));
    rows().dependOnOtherSchema(new ObjectAddress(ObjectAddress.PROC, oid, 0), before, schema);
  }
}
