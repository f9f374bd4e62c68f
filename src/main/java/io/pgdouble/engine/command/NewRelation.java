package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Makes a relation with a row type ({@code heap.c: heap_create_with_catalog}). */
record NewRelation(SessionMemory memory, RelationRows.Draft draft) {

  RelationEntry insert(TableDraft table) {
    CatalogRows rows = new CatalogRows(memory.changes());
    checkName(new ObjectNames(rows.facts(), draft.schema().oid()));
    memory.changes().hold("the relation " + draft.schema().oid() + "." + draft.name());
    RelationRows relations = new RelationRows(rows);
    relations.insert(draft, table.columns.size());
    new TypeRows(rows).insertRowType(draft);
    int number = 1;
    for (ColumnDraft column : table.columns) {
      relations.insertColumn(draft.oid(), column.attribute(number), column.dimensions());
      if (column.origin().parents() > 0) {
        inherit(rows, draft.oid() + "\t" + number, column.origin());
      }
      number++;
    }
    if (draft.kind() == 'r' || draft.kind() == 'm') {
      relations.insertSystemColumns(draft.oid());
      memory.storage().created(draft.oid());
    }
    if (draft.kind() != 'c') {
      rows.depend(
          ObjectAddress.relation(draft.oid()), ObjectAddress.schema(draft.schema().oid()), 'n');
    }
    return memory.catalog().relation((int) draft.oid()).orElseThrow();
  }

  private static void inherit(CatalogRows rows, String key, TableDraft.Origin origin) {
    String parents = Integer.toString(origin.parents());
    rows.change("pg_attribute", key, "attinhcount", Optional.of(parents));
    rows.change("pg_attribute", key, "attislocal", Optional.of(origin.local() ? "t" : "f"));
  }

  private void checkName(ObjectNames names) {
    refuseInCatalog(draft);
    if (names.hasRelation(draft.name())) {
      throw CreationSchema.duplicate(draft.name()).toException();
    }
    if (names.hasType(draft.name())) {
      throw ErrorReport.error(
              SqlState.DUPLICATE_OBJECT, "type \"" + draft.name() + "\" already exists")
          .withHint(
              "A relation has an associated type of the same name, so you must use a name that"
                  + " doesn't conflict with any existing type.")
          .toException();
    }
  }

  /** {@code heap.c: heap_create}. */
  static void refuseInCatalog(RelationRows.Draft draft) {
    if (draft.schema().name().equals("pg_catalog")) {
      throw ErrorReport.error(
              SqlState.INSUFFICIENT_PRIVILEGE,
              "permission denied to create \"pg_catalog." + draft.name() + "\"")
          .withDetail("System catalog modifications are currently disallowed.")
          .toException();
    }
  }
}
