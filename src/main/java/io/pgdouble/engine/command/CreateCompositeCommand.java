package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.CompositeTypeStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeName;
import java.util.Optional;

/** CREATE TYPE … AS ({@code typecmds.c: DefineCompositeType}). */
record CreateCompositeCommand(SessionMemory memory) {

  Completion run(CompositeTypeStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    String name = node.typevar().relname();
    CreationSchema schema = CreationSchema.of(memory, node.typevar());
    CatalogRows rows = new CatalogRows(memory.changes());
    if (new ObjectNames(rows.facts(), schema.oid()).hasType(name)) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, "type \"" + name + "\" already exists");
    }
    TableDraft draft = new TableDraft(name, schema);
    for (ColumnDef column : node.coldeflist()) {
      AlterTableActions.unplaced(
          () -> new ColumnTransformer(memory.analysis(memory.execution()), draft, column).run());
    }
    check(draft);
    RelationRows.Draft relation =
        new RelationRows.Draft(
            rows.newOid(),
            name,
            schema,
            'c',
            new Principal(memory).oid(),
            rows.newTypeOids(),
            0,
            Optional.empty());
    new NewRelation(memory, relation).insert(draft);
    return in.done();
  }

  private void check(TableDraft draft) {
    for (int i = 0; i < draft.columns.size(); i++) {
      TableDraft.ColumnDraft column = draft.columns.get(i);
      if (draft.indexOf(column.name()) < i) {
        throw new ReportedError(
            SqlState.DUPLICATE_COLUMN, "column \"" + column.name() + "\" specified more than once");
      }
      new TypeUsage(memory).require(column.type());
      TypeEntry type = memory.catalog().type(column.type());
      if (type.isPseudo()) {
        throw new ReportedError(
            SqlState.INVALID_TABLE_DEFINITION,
            "column \"" + column.name() + "\" has pseudo-type " + TypeName.format(type.oid()));
      }
    }
  }
}
