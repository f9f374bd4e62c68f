package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.Clause;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.CreateStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.OnCommitAction;
import io.pgdouble.engine.tree.TableLikeClause;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CREATE TABLE ({@code tablecmds.c: DefineRelation}). */
record CreateTableCommand(SessionMemory memory) {
  private static final int MAX_COLUMNS = 1600;

  Completion run(CreateStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    refuseUnusual(node);
    CreationSchema schema = located(node);
    CatalogRows rows = new CatalogRows(memory.changes());
    ObjectNames names = new ObjectNames(rows.facts(), schema.oid());
    String name = node.relation().relname();
    if (node.ifNotExists() && names.hasRelation(name)) {
      memory.notice(
          ErrorReport.notice(
              SqlState.DUPLICATE_TABLE, "relation \"" + name + "\" already exists, skipping"));
      return in.done();
    }
    create(node, schema);
    return in.done();
  }

  /** The table that rows of a query go into ({@code createas.c: create_ctas_internal}). */
  RelationEntry createAs(CreateTableAsStmt node, CreationSchema schema, List<ColumnDraft> columns) {
    IntoClause into = node.into();
    refuse(into.tableSpaceName().isPresent(), "tablespaces of tables");
    refuse(into.accessMethod().filter(method -> !method.equals("heap")).isPresent(), "USING");
    requireTemporary(into.onCommit(), schema);
    TableDraft draft = new TableDraft(into.rel().relname(), schema);
    draft.columns.addAll(columns);
    checkColumns(draft);
    char kind = RelationKind.of(node.objtype()).orElseThrow().letter();
    RelationEntry table = insert(draft, schema, RelationOptions.ofTable(into.options()), kind);
    note(into.onCommit(), table);
    return table;
  }

  private static void requireTemporary(OnCommitAction action, CreationSchema schema) {
    if (action != OnCommitAction.NOOP && schema.persistence() != 't') {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION, "ON COMMIT can only be used on temporary tables");
    }
  }

  /** {@code register_on_commit_action}. */
  private void note(OnCommitAction action, RelationEntry table) {
    if (action == OnCommitAction.DROP || action == OnCommitAction.DELETE_ROWS) {
      memory.temporary().onCommit().put(table.oid(), action);
    }
  }

  private static void refuseUnusual(CreateStmt node) {
    refuse(node.partspec().isPresent() || node.partbound().isPresent(), "partitioned tables");
    refuse(node.ofTypename().isPresent(), "typed tables");
    refuse(node.tablespacename().isPresent(), "tablespaces of tables");
    refuse(node.accessMethod().filter(method -> !method.equals("heap")).isPresent(), "USING");
  }

  private static void refuse(boolean unusual, String what) {
    if (unusual) {
      throw ErrorReport.notSimulated(what).toException();
    }
  }

  /** What is wrong with the place is told with the position of the name. */
  private CreationSchema located(CreateStmt node) {
    try {
      return CreationSchema.of(memory, node.relation());
    } catch (ReportedError error) {
      throw error.report().withPosition(node.relation().location() + 1).toException();
    }
  }

  private void create(CreateStmt node, CreationSchema schema) {
    AnalysisContext context = memory.analysis(memory.execution());
    requireTemporary(node.oncommit(), schema);
    TableDraft draft = new TableDraft(node.relation().relname(), schema);
    for (Clause element : node.tableElts()) {
      if (element instanceof ColumnDef column) {
        new ColumnTransformer(context, draft, column).run();
      } else if (element instanceof Constraint constraint) {
        addConstraint(draft, constraint);
      } else {
        TableLike like = TableLike.of(memory, (TableLikeClause) element);
        like.addColumns(draft);
        draft.likes.add(like);
      }
    }
    draft.parents.addAll(new ParentTables(memory).find(node.inhRelations(), schema.persistence()));
    if (!draft.parents.isEmpty()) {
      checkColumns(draft);
      new InheritedColumns(memory).merge(draft, draft.parents);
    }
    KeyDrafts keys = new KeyDrafts(draft);
    keys.transform();
    Optional<String> options = RelationOptions.ofTable(node.options());
    checkColumns(draft);
    Map<String, Long> sequences = insertSequences(draft);
    RelationEntry table = insert(draft, schema, options, 'r');
    note(node.oncommit(), table);
    new ParentTables(memory).store(Integer.toUnsignedLong(table.oid()), draft.parents);
    new ColumnDefaults(memory, table).add(draft.columns, sequences);
    new InheritedChecks(memory).add(table, draft.parents);
    new CheckConstraints(memory).add(table, draft.checks);
    new KeyRows(memory).addAll(table, keys.keys());
    draft.likes.forEach(like -> like.expand(table.oid()));
    draft.foreignKeys.forEach(key -> new ForeignKeyRows(memory, table.oid()).add(key));
  }

  /** The sequences of columns, by the columns' names. */
  private Map<String, Long> insertSequences(TableDraft draft) {
    Map<String, Long> sequences = new HashMap<>();
    for (ColumnDraft column : draft.columns) {
      column
          .sequence()
          .ifPresent(
              one ->
                  sequences.put(
                      column.name(),
                      new SequenceRows(memory).insert(one.name(), draft.schema, one.values())));
    }
    return sequences;
  }

  private static void addConstraint(TableDraft draft, Constraint constraint) {
    switch (constraint.contype()) {
      case CHECK -> draft.checks.add(constraint);
      case PRIMARY, UNIQUE -> draft.keys.add(constraint);
      case FOREIGN -> draft.foreignKeys.add(constraint);
      case EXCLUSION -> throw ErrorReport.notSimulated("exclusion constraints").toException();
      case NULL,
          NOTNULL,
          DEFAULT,
          IDENTITY,
          GENERATED,
          ATTR_DEFERRABLE,
          ATTR_NOT_DEFERRABLE,
          ATTR_DEFERRED,
          ATTR_IMMEDIATE ->
          throw new IllegalStateException("no constraint of a table: " + constraint.contype());
    }
  }

  /** {@code heap.c: CheckAttributeNamesTypes}, and what {@code MergeAttributes} says before. */
  void checkColumns(TableDraft draft) {
    checkNames(draft);
    draft.columns.forEach(column -> new TypeUsage(memory).require(column.type()));
    draft.columns.forEach(CreateTableCommand::refuseSystemName);
    draft.columns.forEach(this::checkType);
  }

  /** A view may have a column with the name of a system column. */
  void checkViewColumns(TableDraft draft) {
    checkNames(draft);
    draft.columns.forEach(column -> new TypeUsage(memory).require(column.type()));
    draft.columns.forEach(this::checkType);
  }

  private static void checkNames(TableDraft draft) {
    if (draft.columns.size() > MAX_COLUMNS) {
      throw new ReportedError(
          SqlState.TOO_MANY_COLUMNS, "tables can have at most " + MAX_COLUMNS + " columns");
    }
    for (int i = 0; i < draft.columns.size(); i++) {
      String name = draft.columns.get(i).name();
      if (draft.indexOf(name) < i) {
        throw new ReportedError(
            SqlState.DUPLICATE_COLUMN, "column \"" + name + "\" specified more than once");
      }
    }
  }

  private static void refuseSystemName(ColumnDraft column) {
    if (SystemAttribute.find(column.name()).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_COLUMN,
          "column name \"" + column.name() + "\" conflicts with a system column name");
    }
  }

  private void checkType(ColumnDraft column) {
    TypeEntry type = memory.catalog().type(column.type());
    if (type.isPseudo()) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + column.name() + "\" has pseudo-type " + TypeFacts.name(column.type()));
    }
  }

  private RelationEntry insert(
      TableDraft draft, CreationSchema schema, Optional<String> options, char kind) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = rows.newOid();
    RelationRows.Draft relation =
        new RelationRows.Draft(
            oid,
            draft.table,
            schema,
            kind,
            new Principal(memory).oid(),
            rows.newTypeOids(),
            RelationRows.heap(),
            options);
    return new NewRelation(memory, relation).insert(draft);
  }
}
