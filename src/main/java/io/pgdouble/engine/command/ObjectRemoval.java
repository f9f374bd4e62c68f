package io.pgdouble.engine.command;

import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import java.util.List;
import java.util.Optional;

/** Removes the rows of one object ({@code dependency.c: doDeletion}). */
record ObjectRemoval(SessionMemory memory) {

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  void remove(ObjectAddress object) {
    if (object.catalog() != ObjectAddress.RELATION && object.sub() == 0) {
      memory.storage().lockObject(object.catalog(), object.oid(), LockMode.ACCESS_EXCLUSIVE);
    }
    if (object.catalog() == ObjectAddress.RELATION) {
      removeRelation(object);
    } else if (object.catalog() == ObjectAddress.TYPE) {
      rows().delete("pg_type", Long.toString(object.oid()));
      rows().deleteWhere("pg_enum", "enumtypid", Long.toString(object.oid()));
    } else if (object.catalog() == ObjectAddress.ATTRDEF) {
      removeDefault(object);
    } else if (object.catalog() == ObjectAddress.CONSTRAINT) {
      removeConstraint(object);
    } else if (object.catalog() == ObjectAddress.PROC) {
      rows().delete("pg_proc", Long.toString(object.oid()));
    } else if (object.catalog() == ObjectAddress.NAMESPACE) {
      rows().delete("pg_namespace", Long.toString(object.oid()));
    } else if (object.catalog() == ObjectAddress.TRIGGER) {
      removeTrigger(object);
    } else if (object.catalog() == ObjectAddress.REWRITE) {
      rows().delete("pg_rewrite", Long.toString(object.oid()));
    } else if (object.catalog() == ObjectAddress.DEFAULT_ACL) {
      rows().delete("pg_default_acl", Long.toString(object.oid()));
    } else {
      throw ErrorReport.notSimulated("the removal of an object of " + object.catalog())
          .toException();
    }
    forget(object);
  }

  /** What it depended on, and what was said of it. */
  private void forget(ObjectAddress object) {
    for (FactRow row : rows().dependenciesOf(object)) {
      if (object.sub() == 0 || row.integer("objsubid") == object.sub()) {
        rows().delete("pg_depend", CatalogRows.key(row));
      }
    }
    String oid = Long.toString(object.oid());
    for (FactRow row : rows().facts().table("pg_description").where("objoid", oid)) {
      boolean same = row.oid("classoid") == object.catalog();
      if (same && (object.sub() == 0 || row.integer("objsubid") == object.sub())) {
        rows().delete("pg_description", CatalogRows.key(row));
      }
    }
  }

  private void removeRelation(ObjectAddress object) {
    if (object.sub() != 0) {
      new DroppedColumn(memory).remove(object);
      return;
    }
    FactRow row = rows().facts().table("pg_class").byOid(object.oid()).orElseThrow();
    String oid = Long.toString(object.oid());
    memory
        .changes()
        .hold(
            "the relation "
                + new SchemaNames(rows().facts()).oid(row, "relnamespace")
                + "."
                + row.text("relname"));
    memory.storage().lock((int) object.oid(), LockMode.ACCESS_EXCLUSIVE);
    if (row.letter("relpersistence") == 't') {
      memory
          .storage()
          .implies(
              List.of(
                  new ImpliedLock(
                      (int) object.oid(), LockMode.ACCESS_EXCLUSIVE, ImpliedLock.Place.TEMPORARY)));
    }
    if (row.letter("relkind") == 'i') {
      rows().delete("pg_index", oid);
    }
    if (row.letter("relkind") == 'S') {
      rows().delete("pg_sequence", oid);
    }
    rows().deleteWhere("pg_attribute", "attrelid", oid);
    rows().deleteWhere("pg_inherits", "inhrelid", oid);
    rows().delete("pg_class", oid);
    if (row.oid("relfilenode") != 0) {
      memory.storage().dropped(row.oid("relfilenode"));
    }
  }

  /** {@code trigger.c: RemoveTriggerById}. */
  private void removeTrigger(ObjectAddress object) {
    FactRow row = rows().facts().table("pg_trigger").byOid(object.oid()).orElseThrow();
    memory.storage().lock((int) row.oid("tgrelid"), LockMode.ACCESS_EXCLUSIVE);
    rows().delete("pg_trigger", Long.toString(object.oid()));
  }

  private void removeDefault(ObjectAddress object) {
    FactRow row = rows().facts().table("pg_attrdef").byOid(object.oid()).orElseThrow();
    rows().delete("pg_attrdef", Long.toString(object.oid()));
    String column = row.text("adrelid") + "\t" + row.text("adnum");
    rows().change("pg_attribute", column, "atthasdef", Optional.of("f"));
  }

  private void removeConstraint(ObjectAddress object) {
    FactRow row = rows().facts().table("pg_constraint").byOid(object.oid()).orElseThrow();
    rows().delete("pg_constraint", Long.toString(object.oid()));
    if (row.letter("contype") == 'c' && row.oid("conrelid") != 0) {
      List<FactRow> left =
          rows().facts().table("pg_constraint").where("conrelid", row.text("conrelid"));
      long checks = left.stream().filter(one -> one.letter("contype") == 'c').count();
      rows().change("pg_class", row.oid("conrelid"), "relchecks", Long.toString(checks));
    }
  }
}
