package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterObjectSchemaStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;
import java.util.Set;

/** SET SCHEMA ({@code tablecmds.c: AlterTableNamespace}). */
record SetSchemaCommand(SessionMemory memory) {
  private static final Set<ObjectType> KNOWN =
      Set.of(ObjectType.TABLE, ObjectType.SEQUENCE, ObjectType.VIEW, ObjectType.MATVIEW);

  static boolean knows(AlterObjectSchemaStmt node) {
    return KNOWN.contains(node.objectType()) || ObjectMove.knows(node);
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  Completion run(AlterObjectSchemaStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    if (ObjectMove.knows(node)) {
      new ObjectMove(memory, node).run();
    } else {
      relation(node);
    }
    return in.done();
  }

  private void relation(AlterObjectSchemaStmt node) {
    Optional<RelationEntry> found =
        new RelationLookup(memory)
            .find(
                node.relation().orElseThrow().schemaname(),
                node.relation().orElseThrow().relname());
    if (found.isEmpty() && node.missingOk()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "relation \""
                  + node.relation().orElseThrow().relname()
                  + "\" does not exist, skipping"));
      return;
    }
    RelationEntry relation =
        found.orElseThrow(() -> new RelationLookup(memory).missing(node.relation().orElseThrow()));
    AlterTableCommand.checkAlterable(memory, relation);
    refuseOwned(relation);
    long schema = new Schemas(memory).requireCreation(node.newschema());
    if (node.newschema().equals(relation.schema())) {
      return;
    }
    if (node.newschema().startsWith("pg_temp") || relation.persistence() == 't') {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot move objects into or out of temporary schemas");
    }
    if (new ObjectNames(rows().facts(), schema).hasRelation(relation.name())) {
      throw new ReportedError(
          SqlState.DUPLICATE_TABLE,
          "relation \""
              + relation.name()
              + "\" already exists in schema \""
              + node.newschema()
              + "\"");
    }
    move(relation, schema);
  }

  private void refuseOwned(RelationEntry relation) {
    if (relation.kind() != 'S') {
      return;
    }
    SequenceOwner.of(rows(), Integer.toUnsignedLong(relation.oid()))
        .ifPresent(
            column -> {
              String table =
                  rows()
                      .facts()
                      .table("pg_class")
                      .byOid(column.oid())
                      .orElseThrow()
                      .text("relname");
              throw ErrorReport.error(
                      SqlState.FEATURE_NOT_SUPPORTED,
                      "cannot move an owned sequence into another schema")
                  .withDetail(
                      "Sequence \"" + relation.name() + "\" is linked to table \"" + table + "\".")
                  .toException();
            });
  }

  void move(RelationEntry relation, long schema) {
    long oid = Integer.toUnsignedLong(relation.oid());
    String value = Long.toString(schema);
    long before = new Schemas(memory).require(relation.schema());
    rows().change("pg_class", oid, "relnamespace", value);
    rows().dependOnOtherSchema(ObjectAddress.relation(oid), before, schema);
    if (relation.rowType() != 0) {
      String type = Integer.toUnsignedString(relation.rowType());
      rows().change("pg_type", type, "typnamespace", Optional.of(value));
      for (FactRow row : rows().facts().table("pg_type").where("typelem", type)) {
        rows().change("pg_type", row.oid("oid"), "typnamespace", value);
      }
    }
    for (FactRow row : rows().facts().table("pg_index").where("indrelid", Long.toString(oid))) {
      rows().change("pg_class", row.oid("indexrelid"), "relnamespace", value);
    }
    for (FactRow row : ConstraintRows.of(memory, relation)) {
      rows().change("pg_constraint", row.oid("oid"), "connamespace", value);
    }
    for (FactRow row : rows().dependentsOf(ObjectAddress.relation(oid))) {
      boolean sequence =
          row.oid("classid") == ObjectAddress.RELATION
              && rows().facts().table("pg_sequence").byOid(row.oid("objid")).isPresent();
      if (sequence && "ai".indexOf(row.letter("deptype")) >= 0) {
        move(memory.catalog().relation((int) row.oid("objid")).orElseThrow(), schema);
      }
    }
  }
}
