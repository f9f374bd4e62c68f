package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ColumnCollations;
import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.command.IndexRows.Part;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.planning.Volatility;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.engine.tree.IndexStmt;
import io.pgdouble.engine.tree.SortByDir;
import io.pgdouble.engine.tree.SortByNulls;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.UnsupportedKind;
import io.pgdouble.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE INDEX ({@code indexcmds.c: DefineIndex}). */
record CreateIndexCommand(SessionMemory memory) {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /** Access methods that keep their rows in an order, or allow several columns, and so on. */
  private static final String BTREE = IndexRows.BTREE;

  Completion run(IndexStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    if (node.concurrent()) {
      memory.block().preventInBlock("CREATE INDEX CONCURRENTLY");
    }
    RelationLookup lookup = new RelationLookup(memory);
    RelationEntry table =
        new TableLocks(memory).require(() -> lookup.require(node.relation()), LockMode.SHARE);
    if (table.kind() == 'i') {
      int major = memory.changes().facts().major();
      throw UnsupportedKind.cannotOpen(table.name(), 'i', major).toException();
    }
    if (table.kind() != 'r' && table.kind() != 'm') {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot create index on relation \"" + table.name() + "\"")
          .withDetail(UnsupportedKind.detail(table.kind()))
          .toException();
    }
    if (node.tableSpace().isPresent()) {
      throw ErrorReport.notSimulated("tablespaces of indexes").toException();
    }
    new ObjectRights(memory).checkOwner(ObjectRights.TABLE, table.oid());
    new TableLocks(memory).requireUnused(table, "CREATE INDEX");
    long schema = new Schemas(memory).require(table.schema());
    boolean there =
        node.idxname()
            .filter(new ObjectNames(memory.changes().current(), schema)::hasRelation)
            .isPresent();
    if (there && node.ifNotExists()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.DUPLICATE_TABLE,
              "relation \"" + node.idxname().get() + "\" already exists, skipping"));
      return in.done();
    }
    create(node, table);
    return in.done();
  }

  private void create(IndexStmt node, RelationEntry table) {
    String method = node.accessMethod().orElse(BTREE);
    FactRow accessMethod = accessMethod(method);
    IndexAbilities.of(accessMethod.text("amname")).check(node);
    List<AttributeEntry> included =
        node.including().stream().map(name -> column(table, name)).toList();
    Optional<Expression> predicate = node.whereClause().map(raw -> predicate(table, node));
    List<String> names = new IndexColumnNames(memory).of(node.indexParams(), node.including());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < node.indexParams().size(); i++) {
      parts.add(part(table, node.indexParams().get(i), new Place(accessMethod, names.get(i))));
    }
    String name = node.idxname().orElseGet(() -> chosen(table, names));
    IndexRows.Draft draft =
        new IndexRows.Draft(
            name,
            accessMethod.text("amname"),
            parts,
            included,
            predicate,
            node.unique(),
            false,
            node.nullsNotDistinct(),
            true,
            RelationOptions.ofIndex(node.options()));
    IndexRows rows = new IndexRows(memory, table);
    long oid = rows.insert(draft);
    rows.dependOnColumns(oid, draft);
    if (node.unique()) {
      new ExistingRows(memory).checkUnique(table, oid);
    }
  }

  private FactRow accessMethod(String name) {
    return memory.changes().current().table("pg_am").where("amname", name).stream()
        .filter(row -> row.letter("amtype") == 'i')
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT, "access method \"" + name + "\" does not exist"));
  }

  private static AttributeEntry column(RelationEntry table, String name) {
    return table.attributes().stream()
        .filter(one -> one.name().equals(name) && !one.dropped())
        .findFirst()
        .orElseThrow(
            () ->
                SystemAttribute.find(name).isPresent()
                    ? new ReportedError(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "index creation on system columns is not supported")
                    : new ReportedError(
                        SqlState.UNDEFINED_COLUMN, "column \"" + name + "\" does not exist"));
  }

  private Expression predicate(RelationEntry table, IndexStmt node) {
    Expression predicate = expressions().predicate(table, node.whereClause().orElseThrow());
    if (Volatility.isMutable(predicate)) {
      throw mutable("predicate");
    }
    return predicate;
  }

  private DefinitionExpressions expressions() {
    return new DefinitionExpressions(memory.analysis(memory.execution()));
  }

  private static ReportedError mutable(String what) {
    return new ReportedError(
        SqlState.INVALID_OBJECT_DEFINITION,
        "functions in index " + what + " must be marked IMMUTABLE");
  }

  private String chosen(RelationEntry table, List<String> columns) {
    long schema = new Schemas(memory).require(table.schema());
    return new ObjectNames(memory.changes().current(), schema)
        .relation(table.name(), ObjectNames.ofColumns(columns), "idx");
  }

  /** The index method a column is for, and the name it gets. */
  private record Place(FactRow accessMethod, String name) {}

  private Part part(RelationEntry table, IndexElem element, Place place) {
    Optional<Expression> written = element.expr().map(raw -> expressions().index(table, raw));
    Optional<Expression> bare = written.map(CreateIndexCommand::uncollated);
    Optional<AttributeEntry> attribute =
        element
            .name()
            .map(name -> column(table, name))
            .or(() -> bare.flatMap(one -> ownColumn(table, one)));
    Optional<Expression> expression = bare.filter(one -> attribute.isEmpty());
    if (expression.filter(Volatility::isMutable).isPresent()) {
      throw mutable("expression");
    }
    if (!element.opclassopts().isEmpty()) {
      throw ErrorReport.notSimulated("options of operator classes").toException();
    }
    int type = attribute.map(AttributeEntry::type).orElseGet(() -> expression.get().type());
    int typmod = attribute.map(AttributeEntry::typmod).orElseGet(() -> expression.get().typmod());
    requireStorable(place.name(), type);
    OperatorClasses classes =
        new OperatorClasses(memory.catalog(), memory.changes().current(), place.accessMethod());
    FactRow operatorClass =
        element.opclass().isEmpty()
            ? classes.requireDefault(type)
            : classes.named(element.opclass(), type);
    return new Part(
        place.name(),
        attribute.map(AttributeEntry::number).orElse(0),
        expression,
        type,
        typmod,
        collation(element, written, attribute),
        operatorClass,
        option(element));
  }

  /** {@code heap.c: CheckAttributeType}. */
  private void requireStorable(String column, int type) {
    if (memory.catalog().type(type).isPseudo()) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + column + "\" has pseudo-type " + TypeName.format(type));
    }
  }

  /** {@code (x COLLATE y)} is the same as {@code x COLLATE y} ({@code ComputeIndexAttrs}). */
  private static Expression uncollated(Expression value) {
    return value instanceof Expression.CollateExpr collate ? uncollated(collate.argument()) : value;
  }

  private static Optional<AttributeEntry> ownColumn(RelationEntry table, Expression value) {
    return value instanceof Expression.Var column && column.attribute() > 0
        ? Optional.of(table.attributes().get(column.attribute() - 1))
        : Optional.empty();
  }

  private int collation(
      IndexElem element, Optional<Expression> written, Optional<AttributeEntry> attribute) {
    AnalysisContext context = memory.analysis(memory.execution());
    int type = attribute.map(AttributeEntry::type).orElseGet(() -> written.get().type());
    boolean collatable = memory.catalog().type(type).collation() != 0;
    if (!element.collation().isEmpty()) {
      int named = ColumnCollations.named(context, element.collation(), -1);
      if (!collatable) {
        throw new ReportedError(
            SqlState.DATATYPE_MISMATCH,
            "collations are not supported by type " + TypeFacts.name(type));
      }
      return named;
    }
    int own =
        written
            .map(value -> ColumnCollations.derived(context, value))
            .orElseGet(() -> attribute.get().collation());
    if (collatable && own == 0) {
      throw ErrorReport.error(
              SqlState.INDETERMINATE_COLLATION,
              "could not determine which collation to use for index expression")
          .withHint("Use the COLLATE clause to set the collation explicitly.")
          .toException();
    }
    return own;
  }

  /** {@code INDOPTION_DESC, INDOPTION_NULLS_FIRST}. */
  private static int option(IndexElem element) {
    boolean descending = element.ordering() == SortByDir.DESC;
    boolean first =
        element.nullsOrdering() == SortByNulls.FIRST
            || element.nullsOrdering() == SortByNulls.DEFAULT && descending;
    return (descending ? DESCENDING : 0) | (first ? NULLS_FIRST : 0);
  }
}
