package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.SchemaNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ADD COLUMN ({@code tablecmds.c: ATExecAddColumn}). */
record AddColumn(AlterTableActions actions) {

  private SessionMemory memory() {
    return actions.memory();
  }

  void run(AlterTableCmd cmd, ColumnDef def) {
    RelationEntry table = actions.table();
    boolean taken =
        actions.find(def.colname()).isPresent() || SystemAttribute.find(def.colname()).isPresent();
    if (taken && cmd.missingOk()) {
      memory()
          .notice(
              ErrorReport.notice(
                  SqlState.DUPLICATE_COLUMN, taken(table, def.colname()) + ", skipping"));
      return;
    }
    long schema = new SchemaNames(memory().changes().current()).oid(table.schema()).orElseThrow();
    TableDraft draft =
        new TableDraft(
            table.name(), new CreationSchema(schema, table.schema(), table.persistence()));
    new ColumnTransformer(memory().analysis(memory().execution()), draft, def).run();
    KeyDrafts keys = new KeyDrafts(draft);
    keys.transform();
    if (taken) {
      throw new ReportedError(SqlState.DUPLICATE_COLUMN, taken(table, def.colname()));
    }
    new CreateTableCommand(memory()).checkColumns(draft);
    new RowTypeUse(memory(), table).requireNoMember(draft.columns.get(0).type());
    add(table, draft.columns.get(0));
    AlterTableActions.unplaced(
        () -> new CheckConstraints(memory()).add(actions.table(), draft.checks));
    draft.checks.forEach(one -> new ExistingRows(memory()).checkConditions(actions.table()));
    AddConstraint constraints = new AddConstraint(actions);
    keys.keys().forEach(constraints::addKey);
    draft.foreignKeys.forEach(constraints::addForeignKey);
  }

  private static String taken(RelationEntry table, String column) {
    return SystemAttribute.find(column).isPresent()
        ? "column name \"" + column + "\" conflicts with a system column name"
        : "column \"" + column + "\" of relation \"" + table.name() + "\" already exists";
  }

  void add(RelationEntry table, ColumnDraft column) {
    CatalogRows rows = new CatalogRows(memory().changes());
    long oid = Integer.toUnsignedLong(table.oid());
    AttributeEntry attribute = column.attribute(table.attributes().size() + 1);
    Map<String, Long> sequences = new HashMap<>();
    column
        .sequence()
        .ifPresent(
            one ->
                sequences.put(
                    column.name(),
                    new SequenceRows(memory())
                        .insert(
                            one.name(),
                            new CreationSchema(
                                new Schemas(memory()).require(table.schema()),
                                table.schema(),
                                table.persistence()),
                            one.values())));
    new RelationRows(rows).insertColumn(oid, attribute, column.dimensions());
    rows.change("pg_class", oid, "relnatts", Integer.toString(attribute.number()));
    RelationEntry before = table;
    RelationEntry after = actions.table();
    AlterTableActions.unplaced(
        () -> new ColumnDefaults(memory(), after).addAt(attribute, column, sequences));
    Optional<Long> identity =
        Optional.ofNullable(sequences.get(column.name()))
            .filter(one -> !attribute.identity().isEmpty());
    fill(before, attribute, identity);
  }

  /** The rows that are there get the column's default. */
  private void fill(RelationEntry before, AttributeEntry column, Optional<Long> identity) {
    TableEntry definition = TableDefinitions.of(memory().catalog(), actions.table());
    Expression value =
        identity
            .map(one -> new ColumnDefaults(memory(), actions.table()).next(column, one))
            .orElseGet(
                () ->
                    definition
                        .defaults()
                        .getOrDefault(
                            column.number(), new Expression.Const(column.type(), -1, 0, null, -1)));
    if (!(value instanceof Expression.Const constant) || constant.value() != null) {
      new RowTypeUse(memory(), before).requireUnused();
    }
    List<Expression> values = TableRewrite.sameColumns(before);
    values.add(value);
    new TableRewrite(memory()).run(before, values);
    if (column.notNull()) {
      new ExistingRows(memory()).checkNotNull(actions.table(), column);
    }
  }
}
