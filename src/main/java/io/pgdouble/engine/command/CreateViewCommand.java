package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.ColumnCollations;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.ViewStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE VIEW ({@code view.c: DefineView}). */
record CreateViewCommand(SessionMemory memory) {

  static boolean knows(ViewStmt node) {
    return node.options().stream().allMatch(ViewOptionList::knows);
  }

  Completion run(ViewStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Query query = analyzed(node);
    if (node.view().relpersistence() == RelPersistence.UNLOGGED) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "views cannot be unlogged because they do not have storage");
    }
    ViewOptionList options = ViewOptionList.of(node, query, memory);
    RangeVar name = placed(node.view(), query);
    CreationSchema schema = CreationSchema.of(memory, name);
    TableDraft draft = new TableDraft(name.relname(), schema);
    columns(node, query).forEach(draft.columns::add);
    Optional<RelationEntry> there =
        memory.catalog().relation(schema.name(), name.relname()).filter(one -> node.replace());
    new CreateTableCommand(memory).checkViewColumns(draft);
    RelationEntry view = there.isPresent() ? replaced(there.get(), draft) : insert(draft, schema);
    options.store(new CatalogRows(memory.changes()), view);
    new ViewRule(memory, view).store(query);
    return in.done();
  }

  private Query analyzed(ViewStmt node) {
    if (node.query().intoClause().isPresent()) {
      throw new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, "views must not contain SELECT INTO");
    }
    AnalyzedQuery analyzed =
        (AnalyzedQuery)
            Analyzer.analyze(
                new RawStmt(node.query(), 0, 0),
                ParameterTypes.none(),
                memory.analysis(memory.execution()));
    return analyzed.query();
  }

  /** A view of temporary tables is temporary itself ({@code isQueryUsingTempRelation}). */
  private RangeVar placed(RangeVar view, Query query) {
    boolean temporary =
        QueryDependencies.of(memory.catalog(), query).stream()
            .filter(one -> one.catalog() == ObjectAddress.RELATION)
            .flatMap(one -> memory.catalog().relation((int) one.oid()).stream())
            .anyMatch(relation -> relation.persistence() == 't');
    if (!temporary || view.relpersistence() == RelPersistence.TEMP) {
      return view;
    }
    memory.notice(
        ErrorReport.notice(
            SqlState.SUCCESSFUL_COMPLETION,
            "view \"" + view.relname() + "\" will be a temporary view"));
    return new RangeVar(
        view.catalogname(),
        view.schemaname(),
        view.relname(),
        view.inh(),
        RelPersistence.TEMP,
        view.alias(),
        view.location());
  }

  private List<ColumnDraft> columns(ViewStmt node, Query query) {
    List<TargetEntry> targets = query.visibleTargets();
    if (node.aliases().size() > targets.size()) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "CREATE VIEW specifies more column names than columns");
    }
    List<ColumnDraft> columns = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Expression value = targets.get(i).expression();
      String name = i < node.aliases().size() ? node.aliases().get(i) : targets.get(i).name();
      columns.add(
          new ColumnDraft(
              name,
              value.type(),
              value.typmod(),
              collation(name, value),
              0,
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              TableDraft.Origin.HERE));
    }
    return columns;
  }

  /** {@code view.c: DefineVirtualRelation}. */
  private int collation(String column, Expression value) {
    int collation = ColumnCollations.derived(memory.analysis(memory.execution()), value);
    if (collation == 0 && memory.catalog().type(value.type()).collation() != 0) {
      throw ErrorReport.error(
              SqlState.INDETERMINATE_COLLATION,
              "could not determine which collation to use for view column \"" + column + "\"")
          .withHint("Use the COLLATE clause to set the collation explicitly.")
          .toException();
    }
    return collation;
  }

  private RelationEntry insert(TableDraft draft, CreationSchema schema) {
    CatalogRows rows = new CatalogRows(memory.changes());
    RelationRows.Draft relation =
        new RelationRows.Draft(
            rows.newOid(),
            draft.table,
            schema,
            'v',
            new Principal(memory).oid(),
            rows.newTypeOids(),
            0,
            Optional.empty());
    return new NewRelation(memory, relation).insert(draft);
  }

  /** {@code DefineVirtualRelation, checkViewColumns}: columns may only be added. */
  private RelationEntry replaced(RelationEntry view, TableDraft draft) {
    if (view.kind() != 'v') {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "\"" + view.name() + "\" is not a view");
    }
    AlterTableCommand.checkAlterable(memory, view);
    List<AttributeEntry> before = view.attributes();
    if (draft.columns.size() < before.size()) {
      throw new ReportedError(SqlState.INVALID_TABLE_DEFINITION, "cannot drop columns from view");
    }
    for (int i = 0; i < before.size(); i++) {
      checkSame(before.get(i), draft.columns.get(i));
    }
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = Integer.toUnsignedLong(view.oid());
    for (int i = before.size(); i < draft.columns.size(); i++) {
      new RelationRows(rows).insertColumn(oid, draft.columns.get(i).attribute(i + 1), 0);
    }
    rows.change("pg_class", oid, "relnatts", Integer.toString(draft.columns.size()));
    return memory.catalog().relation(view.oid()).orElseThrow();
  }

  private void checkSame(AttributeEntry old, ColumnDraft column) {
    if (!old.name().equals(column.name())) {
      throw ErrorReport.error(
              SqlState.INVALID_TABLE_DEFINITION,
              "cannot change name of view column \""
                  + old.name()
                  + "\" to \""
                  + column.name()
                  + "\"")
          .withHint("Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.")
          .toException();
    }
    if (old.type() != column.type() || old.typmod() != column.typmod()) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "cannot change data type of view column \""
              + old.name()
              + "\" from "
              + io.pgdouble.type.TypeName.format(old.type(), old.typmod())
              + " to "
              + io.pgdouble.type.TypeName.format(column.type(), column.typmod()));
    }
    checkSameCollation(old, column);
  }

  private void checkSameCollation(AttributeEntry old, ColumnDraft column) {
    boolean kept =
        MajorChange.VIEW_COLUMNS_KEEP_COLLATIONS.isIn(memory.execution().facts().major());
    if (kept && old.collation() != column.collation()) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "cannot change collation of view column \""
              + old.name()
              + "\" from \""
              + collationName(old.collation())
              + "\" to \""
              + collationName(column.collation())
              + "\"");
    }
  }

  private String collationName(int oid) {
    return memory.catalog().collation(oid).map(CollationEntry::name).orElse("");
  }
}
