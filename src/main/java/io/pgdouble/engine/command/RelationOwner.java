package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

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
    set(rows, relation, owner);
  }

  /** With the relation, its indexes, its type and the sequences of its columns. */
  private static void set(CatalogRows rows, RelationEntry relation, long owner) {
    long oid = Integer.toUnsignedLong(relation.oid());
    String value = Long.toString(owner);
    rows.change("pg_class", oid, "relowner", value);
    for (FactRow row : rows.facts().table("pg_index").where("indrelid", Long.toString(oid))) {
      rows.change("pg_class", row.oid("indexrelid"), "relowner", value);
    }
    if (relation.rowType() != 0) {
      String type = Integer.toUnsignedString(relation.rowType());
      rows.change("pg_type", type, "typowner", Optional.of(value));
      for (FactRow row : rows.facts().table("pg_type").where("typelem", type)) {
        rows.change("pg_type", row.oid("oid"), "typowner", value);
      }
    }
    for (FactRow row : rows.dependentsOf(ObjectAddress.relation(oid))) {
      boolean sequence =
          row.oid("classid") == ObjectAddress.RELATION
              && rows.facts().table("pg_sequence").byOid(row.oid("objid")).isPresent();
      if (sequence && "ai".indexOf(row.letter("deptype")) >= 0) {
        rows.change("pg_class", row.oid("objid"), "relowner", value);
      }
    }
  }
}
