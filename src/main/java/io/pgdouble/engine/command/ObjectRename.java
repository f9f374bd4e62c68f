package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;
import java.util.Set;

/**
 * RENAME of types, of constraints of domains, and of routines ({@code alter.c: ExecRenameStmt}).
 */
record ObjectRename(SessionMemory memory, RenameStmt node) {
  private static final Set<ObjectType> KNOWN =
      Set.of(
          ObjectType.TYPE,
          ObjectType.DOMAIN,
          ObjectType.DOMCONSTRAINT,
          ObjectType.FUNCTION,
          ObjectType.PROCEDURE,
          ObjectType.ROUTINE);

  static boolean knows(RenameStmt node) {
    return KNOWN.contains(node.renameType());
  }

  void run() {
    switch (node.renameType()) {
      case TYPE, DOMAIN -> type();
      case DOMCONSTRAINT -> constraint();
      default -> routine();
    }
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  private TypeEntry named() {
    return new NamedTypes(memory).find(DropCommand.names(node.object().orElseThrow()));
  }

  /** {@code typecmds.c: RenameType}. */
  private void type() {
    TypeEntry type = named();
    new TypeLookup(memory).checkOwnerAlone(type);
    new AlterableType(memory, type).check(node.renameType());
    if (type.kind() == 'c') {
      new RenameCommand(memory)
          .rename(memory.catalog().relation(type.relation()).orElseThrow(), node.newname());
      return;
    }
    ObjectNames names = new ObjectNames(rows().facts(), new Schemas(memory).require(type.schema()));
    if (names.hasType(node.newname())) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT, "type \"" + node.newname() + "\" already exists");
    }
    rename(memory, type.oid(), node.newname(), names);
  }

  /** {@code pg_type.c: RenameTypeInternal}: arrays of it follow. */
  static void rename(SessionMemory memory, int type, String name, ObjectNames names) {
    CatalogRows rows = new CatalogRows(memory.changes());
    String oid = Integer.toUnsignedString(type);
    rows.change("pg_type", oid, "typname", Optional.of(name));
    long array =
        rows.facts().table("pg_type").byOid(Long.parseLong(oid)).orElseThrow().oid("typarray");
    if (array != 0) {
      rows.change("pg_type", array, "typname", names.arrayType(name));
    }
  }

  /** {@code tablecmds.c: rename_constraint_internal}. */
  private void constraint() {
    TypeEntry domain = named();
    new AlterableType(memory, domain).check(ObjectType.DOMAIN);
    new TypeLookup(memory).checkOwnerAlone(domain);
    DomainConstraints constraints = new DomainConstraints(memory, domain);
    String old = node.subname().orElseThrow();
    FactRow row = constraints.find(old).orElseThrow(() -> constraints.missing(old));
    constraints.requireNew(node.newname());
    rows().change("pg_constraint", row.oid("oid"), "conname", node.newname());
  }

  /** {@code AlterObjectRename_internal}. */
  private void routine() {
    ObjectWithArgs named = (ObjectWithArgs) node.object().orElseThrow();
    ProcEntry routine = new RoutineLookup(memory, node.renameType()).require(named);
    RoutineLookup.checkOwner(memory, routine);
    new Schemas(memory).requireCreation(routine.schema());
    RoutineLookup.requireNew(
        memory, routine, new RoutineLookup.Place(routine.schema(), node.newname()));
    rows().change("pg_proc", Integer.toUnsignedLong(routine.oid()), "proname", node.newname());
  }
}
