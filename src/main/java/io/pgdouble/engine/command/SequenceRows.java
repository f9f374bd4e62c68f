package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a new sequence ({@code sequence.c: DefineSequence}). */
record SequenceRows(SessionMemory memory) {
  private static final List<AttributeEntry> COLUMNS =
      List.of(
          column(1, "last_value", TypeOid.INT8),
          column(2, "log_cnt", TypeOid.INT8),
          column(3, "is_called", TypeOid.BOOL));

  private static AttributeEntry column(int number, String name, int type) {
    return new AttributeEntry(
        number, name, type, -1, 0, true, false, "", "", false, Optional.empty());
  }

  /** Where none can be unlogged, that of an unlogged table is permanent. */
  private CreationSchema logged(CreationSchema schema) {
    boolean kept =
        schema.persistence() != 'u'
            || MajorChange.SEQUENCES_MAY_BE_UNLOGGED.isIn(memory.changes().facts().major());
    return kept ? schema : new CreationSchema(schema.oid(), schema.name(), 'p');
  }

  long insert(String name, CreationSchema schema, SequenceOptions.Values values) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = rows.newOid();
    RelationRows.Draft draft =
        new RelationRows.Draft(
            oid,
            name,
            logged(schema),
            'S',
            new Principal(memory).oid(),
            CatalogRows.TypeOids.NONE,
            0,
            Optional.empty());
    NewRelation.refuseInCatalog(draft);
    if (new ObjectNames(rows.facts(), schema.oid()).hasRelation(name)) {
      throw CreationSchema.duplicate(name).toException();
    }
    memory.changes().hold("the relation " + schema.oid() + "." + name);
    RelationRows relations = new RelationRows(rows);
    relations.insert(draft, COLUMNS.size());
    COLUMNS.forEach(column -> relations.insertColumn(oid, column, 0));
    relations.insertSystemColumns(oid);
    rows.depend(ObjectAddress.relation(oid), ObjectAddress.schema(schema.oid()), 'n');
    Map<String, String> row = values.row();
    row.put("seqrelid", Long.toString(oid));
    rows.insertAt("pg_sequence", Long.toString(oid), row);
    memory.storage().created(oid);
    return oid;
  }

  /** A column owns it, and is dropped with it ({@code process_owned_by}). */
  void own(long sequence, ObjectAddress column, char dependency) {
    new CatalogRows(memory.changes()).depend(ObjectAddress.relation(sequence), column, dependency);
  }
}
