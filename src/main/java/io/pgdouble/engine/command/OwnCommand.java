package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterOwnerStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Set;

/** ALTER … OWNER TO of what is neither a relation nor a database ({@code ExecAlterOwnerStmt}). */
record OwnCommand(SessionMemory memory, AlterOwnerStmt node) {
  private static final Set<ObjectType> KNOWN =
      Set.of(
          ObjectType.SCHEMA,
          ObjectType.TYPE,
          ObjectType.DOMAIN,
          ObjectType.FUNCTION,
          ObjectType.PROCEDURE,
          ObjectType.ROUTINE);

  static boolean knows(AlterOwnerStmt node) {
    return KNOWN.contains(node.objectType());
  }

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    FactRow owner = new Principal(memory).role(node.newowner());
    switch (node.objectType()) {
      case SCHEMA -> ownSchema(owner);
      case TYPE, DOMAIN -> ownType(owner);
      default -> ownRoutine(owner);
    }
    return in.done();
  }

  private OwnerChange change(FactRow owner) {
    return new OwnerChange(memory, owner.oid("oid"));
  }

  /** {@code AlterSchemaOwner_internal}. */
  private void ownSchema(FactRow owner) {
    String name = ((StringValue) node.object().orElseThrow()).value();
    long oid = new Schemas(memory).require(name);
    FactRow row = memory.changes().current().table("pg_namespace").byOid(oid).orElseThrow();
    if (row.oid("nspowner") == owner.oid("oid")) {
      return;
    }
    new ObjectRights(memory).checkOwner(ObjectRights.SCHEMA, oid);
    Principal user = new Principal(memory);
    DatabaseRow.checkMayBecome(user, owner);
    FactRow database = DatabaseRow.find(user, memory.execution().session().database());
    if (!new ObjectRights(memory).mayCreateIn(database)) {
      throw ObjectRights.denied(ObjectRights.DATABASE, database);
    }
    change(owner).change(Securable.SCHEMA, oid);
  }

  /** {@code AlterTypeOwner}. */
  private void ownType(FactRow owner) {
    List<String> names = DropCommand.names(node.object().orElseThrow());
    TypeEntry type = new NamedTypes(memory).find(names);
    String shown = String.join(".", names);
    if (node.objectType() == ObjectType.DOMAIN && type.kind() != 'd') {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, shown + " is not a domain");
    }
    long oid = Integer.toUnsignedLong(type.oid());
    new AlterableType(memory, type).checkFree(TypeLookup.shown(memory, type));
    FactRow row = memory.changes().current().table("pg_type").byOid(oid).orElseThrow();
    if (row.oid("typowner") == owner.oid("oid")) {
      return;
    }
    if (!new Principal(memory).isSuperuser()) {
      new TypeLookup(memory).checkOwnerAlone(type);
      checkNewOwner(owner, type.schema());
    }
    if (type.kind() == 'c') {
      change(owner).changeRelation(Integer.toUnsignedLong(type.relation()));
    } else {
      change(owner).changeType(oid);
    }
  }

  /** {@code AlterObjectOwner_internal}. */
  private void ownRoutine(FactRow owner) {
    ObjectWithArgs named = (ObjectWithArgs) node.object().orElseThrow();
    ProcEntry routine = new RoutineLookup(memory, node.objectType()).require(named);
    long oid = Integer.toUnsignedLong(routine.oid());
    FactRow row = memory.changes().current().table("pg_proc").byOid(oid).orElseThrow();
    if (ObjectAccess.owner(Securable.ROUTINE, row) == owner.oid("oid")) {
      return;
    }
    if (!new Principal(memory).isSuperuser()) {
      RoutineLookup.checkOwner(memory, routine);
      checkNewOwner(owner, routine.schema());
    }
    change(owner).change(Securable.ROUTINE, oid);
  }

  /** Whom he may become, and who may have something in the schema. */
  private void checkNewOwner(FactRow owner, String schema) {
    DatabaseRow.checkMayBecome(new Principal(memory), owner);
    new ObjectRights(memory)
        .checkOf(owner.oid("oid"), ObjectRights.SCHEMA, new Schemas(memory).require(schema));
  }
}
