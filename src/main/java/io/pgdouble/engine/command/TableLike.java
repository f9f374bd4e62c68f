package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.command.TableDraft.SequenceDraft;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.TableLikeClause;
import io.pgdouble.engine.tree.TableLikeOption;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.UnsupportedKind;
import java.util.Optional;

/**
 * LIKE in CREATE TABLE: a table gets the columns of another, and what of its definition is asked
 * for ({@code parse_utilcmd.c: transformTableLikeClause, expandTableLikeClause}).
 */
record TableLike(SessionMemory memory, RelationEntry source, int options) {
  private static final String KINDS = "rvmcfp";

  static TableLike of(SessionMemory memory, TableLikeClause clause) {
    TableLike like = found(memory, clause);
    like.checkRight();
    return like;
  }

  /** What is wrong with the name is told with its place. */
  private static TableLike found(SessionMemory memory, TableLikeClause clause) {
    RangeVar named = clause.relation();
    try {
      RelationLookup lookup = new RelationLookup(memory);
      RelationEntry source =
          new TableLocks(memory).require(() -> lookup.require(named), LockMode.ACCESS_SHARE);
      check(source);
      return new TableLike(memory, source, clause.options());
    } catch (ReportedError error) {
      throw error.report().withPosition(named.location() + 1).toException();
    }
  }

  private static void check(RelationEntry source) {
    if (KINDS.indexOf(source.kind()) < 0) {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "relation \"" + source.name() + "\" is invalid in LIKE clause")
          .withDetail(UnsupportedKind.detail(source.kind()))
          .toException();
    }
  }

  private void checkRight() {
    if (source.kind() == 'c') {
      new TypeUsage(memory).require(source.rowType());
      return;
    }
    String word = RelationKind.of(source.kind()).map(RelationKind::word).orElse("relation");
    new ObjectRights(memory)
        .check(
            new ObjectRights.Kind(Securable.TABLE, word),
            Integer.toUnsignedLong(source.oid()),
            'r');
  }

  private boolean includes(int option) {
    return (options & option) != 0;
  }

  void addColumns(TableDraft draft) {
    for (AttributeEntry column : source.columns()) {
      boolean generated = includes(TableLikeOption.GENERATED);
      draft.columns.add(
          new ColumnDraft(
              column.name(),
              column.type(),
              column.typmod(),
              column.collation(),
              0,
              column.notNull(),
              Optional.empty(),
              Optional.empty(),
              sequence(draft, column),
              TableDraft.Origin.like(generated ? column.generated() : "")));
    }
  }

  /** An identity column gets a sequence of its own. */
  private Optional<SequenceDraft> sequence(TableDraft draft, AttributeEntry column) {
    if (column.identity().isEmpty() || !includes(TableLikeOption.IDENTITY)) {
      return Optional.empty();
    }
    CatalogRows rows = new CatalogRows(memory.changes());
    FactRow numbers = IdentitySequence.of(rows, source, column);
    String name =
        new ObjectNames(rows.facts(), draft.schema.oid())
            .relation(draft.table, column.name(), "seq");
    return Optional.of(
        new SequenceDraft(name, SequenceOptions.Values.of(numbers), column.identity()));
  }

  /** What comes when the table is there. */
  void expand(int table) {
    LikenedTable made = new LikenedTable(memory, source, table);
    TableEntry definition = TableDefinitions.of(memory.catalog(), source);
    for (AttributeEntry column : source.columns()) {
      int option =
          column.generated().isEmpty() ? TableLikeOption.DEFAULTS : TableLikeOption.GENERATED;
      Expression value = definition.defaults().get(column.number());
      if (column.hasDefault() && value != null && includes(option)) {
        made.setDefault(column, value);
      }
      if (includes(TableLikeOption.COMMENTS)) {
        made.copyComment(
            ObjectAddress.column(Integer.toUnsignedLong(source.oid()), column.number()),
            made.column(column));
      }
    }
    if (includes(TableLikeOption.CONSTRAINTS)) {
      definition.checks().forEach(check -> withComment(made, made.addCheck(check)));
    }
    if (includes(TableLikeOption.INDEXES)) {
      definition.indexes().forEach(index -> withComment(made, made.addIndex(index)));
    }
  }

  private void withComment(LikenedTable made, LikenedTable.Copied copied) {
    if (includes(TableLikeOption.COMMENTS)) {
      made.copyComment(copied.original(), copied.copy());
    }
  }
}
