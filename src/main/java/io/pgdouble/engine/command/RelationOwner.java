package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;

/** OWNER TO of relations ({@code tablecmds.c: ATExecChangeOwner}). */
record RelationOwner(SessionMemory memory) {

  void change(RelationEntry relation, RoleSpec spec) {
    Principal user = new Principal(memory);
    FactRow role = user.role(spec);
    long owner = role.oid("oid");
    if (Integer.toUnsignedLong(relation.owner()) == owner) {
      return;
    }
    CatalogRows rows = new CatalogRows(memory.changes());
    if (relation.kind() == 'S') {
      SequenceOwner.of(rows, Integer.toUnsignedLong(relation.oid()))
          .ifPresent(
              column -> {
                throw new ReportedError(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot change owner of sequence \"" + relation.name() + "\"");
              });
    }
    if (!user.isSuperuser()) {
      DatabaseRow.checkMayBecome(user, role);
      new ObjectRights(memory)
          .checkOf(owner, ObjectRights.SCHEMA, new Schemas(memory).require(relation.schema()));
    }
    new OwnerChange(memory, owner).changeRelation(Integer.toUnsignedLong(relation.oid()));
  }
}
