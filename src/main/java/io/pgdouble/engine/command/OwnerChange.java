package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.Optional;

/** An object gets another owner, who takes over what the old one had and gave. */
record OwnerChange(SessionMemory memory, long owner) {

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  private Facts facts() {
    return memory.changes().current();
  }

  /** One row of a catalog. */
  void change(Securable kind, long oid) {
    FactRow row = facts().table(kind.table()).byOid(oid).orElseThrow();
    long old = ObjectAccess.owner(kind, row);
    rows().change(kind.table(), oid, kind.ownerColumn(), Long.toString(owner));
    if (!row.isNull(kind.aclColumn())) {
      AccessList list = AccessList.of(row.list(kind.aclColumn()), facts()).ofOwner(old, owner);
      rows().change(kind.table(), oid, kind.aclColumn(), list.text());
    }
  }

  /** A relation with what belongs to it: its indexes, its type and the sequences of its columns. */
  void changeRelation(long oid) {
    FactRow row = facts().table("pg_class").byOid(oid).orElseThrow();
    long old = row.oid("relowner");
    if (old == owner) {
      return;
    }
    change(Securable.TABLE, oid);
    changeColumns(oid, old);
    for (FactRow index : facts().table("pg_index").where("indrelid", Long.toString(oid))) {
      change(Securable.TABLE, index.oid("indexrelid"));
    }
    if (row.oid("reltype") != 0) {
      changeType(row.oid("reltype"));
    }
    for (FactRow dependent : rows().dependentsOf(ObjectAddress.relation(oid))) {
      boolean sequence =
          dependent.oid("classid") == ObjectAddress.RELATION
              && facts().table("pg_sequence").byOid(dependent.oid("objid")).isPresent();
      if (sequence && "ai".indexOf(dependent.letter("deptype")) >= 0) {
        changeRelation(dependent.oid("objid"));
      }
    }
  }

  /** {@code change_owner_fix_column_acls}. */
  private void changeColumns(long table, long old) {
    for (FactRow column : facts().table("pg_attribute").where("attrelid", Long.toString(table))) {
      if (!column.isNull("attacl")) {
        AccessList list = AccessList.of(column.list("attacl"), facts()).ofOwner(old, owner);
        String key = table + "\t" + column.text("attnum");
        rows().change("pg_attribute", key, "attacl", Optional.of(list.text()));
      }
    }
  }

  /** A type and arrays of it. */
  void changeType(long oid) {
    change(Securable.TYPE, oid);
    long array = facts().table("pg_type").byOid(oid).orElseThrow().oid("typarray");
    if (array != 0) {
      change(Securable.TYPE, array);
    }
  }
}
