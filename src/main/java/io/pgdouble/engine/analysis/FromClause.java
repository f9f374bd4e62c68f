package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RangeWording;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.VariableFinder;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.JoinExpr;
import io.pgdouble.engine.tree.RangeFunction;
import io.pgdouble.engine.tree.RangeSubselect;
import io.pgdouble.engine.tree.RangeTableFunc;
import io.pgdouble.engine.tree.RangeTableSample;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.UnsupportedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a query reads from ({@code transformFromClause}). */
final class FromClause implements TableRef.Handler<FromClause.Item> {
  private final ParseState state;

  private FromClause(ParseState state) {
    this.state = state;
  }

  /** A node of the join tree, with the names it gives. */
  record Item(FromNode node, List<NamespaceItem> names) {}

  static List<FromNode> analyze(ParseState state, List<TableRef> references) {
    FromClause clause = new FromClause(state);
    List<FromNode> nodes = new ArrayList<>(references.size());
    for (TableRef reference : references) {
      Item item = reference.accept(clause);
      RangeEntries.requireDistinct(state.namespace, item.names());
      // Items that follow see these only if they are LATERAL.
      List<NamespaceItem> all = new ArrayList<>(state.namespace);
      item.names().forEach(name -> all.add(name.forLateral()));
      state.namespace = all;
      nodes.add(item.node());
    }
    state.namespace = new ArrayList<>(state.namespace.stream().map(NamespaceItem::forAll).toList());
    return List.copyOf(nodes);
  }

  static Item item(ParseState state, TableRef reference) {
    return reference.accept(new FromClause(state));
  }

  @Override
  public Item rangeVar(RangeVar node) {
    String alias = node.alias().map(Alias::aliasname).orElse(node.relname());
    if (node.schemaname().isEmpty()) {
      Optional<RangeEntry> table = WithAnalyzer.reference(state, node);
      if (table.isPresent()) {
        return worded(add(table.get(), "", 0), node.alias(), Wording.PLAIN);
      }
    }
    return relation(node);
  }

  /** A relation of the catalog, whatever common tables there are ({@code setTargetTable}). */
  static Item table(ParseState state, RangeVar node) {
    TransitionTables.refuse(state, node);
    return new FromClause(state).relation(node);
  }

  private Item relation(RangeVar node) {
    String alias = node.alias().map(Alias::aliasname).orElse(node.relname());
    RelationEntry relation = TransitionTables.find(state, node).orElseGet(() -> open(node));
    List<RangeColumn> columns = columns(relation);
    RangeEntry entry =
        new RangeEntry.Relation(
            alias,
            relation,
            Views.body(state, relation),
            RangeEntries.renamed(columns, node.alias()),
            node.inh());
    Item item = add(entry, relation.schema(), node.alias().isPresent() ? 0 : relation.oid());
    return worded(item, node.alias(), node.inh() ? Wording.PLAIN : Wording.ONLY);
  }

  /** The word before an item. */
  private enum Wording {
    PLAIN,
    LATERAL,
    ONLY
  }

  /** Remembers what only the text of the query tells of the entry just made. */
  private Item worded(Item item, Optional<Alias> alias, Wording wording) {
    if (alias.isPresent() || wording != Wording.PLAIN) {
      state.wording.add(
          new RangeWording(
              state.rangeTable.size() - 1,
              alias.map(Alias::aliasname).filter(name -> !name.isEmpty()),
              alias.map(Alias::colnames).orElse(List.of()),
              wording == Wording.LATERAL,
              wording == Wording.ONLY));
    }
    return item;
  }

  /** The columns of a relation of the catalog. */
  static List<RangeColumn> columns(RelationEntry relation) {
    List<RangeColumn> columns = new ArrayList<>();
    for (AttributeEntry attribute : relation.attributes()) {
      columns.add(
          new RangeColumn(
              attribute.name(),
              attribute.type(),
              attribute.typmod(),
              attribute.collation(),
              relation.oid(),
              attribute.number()));
    }
    return columns;
  }

  /** The names a relation has for the expressions of its own definition. */
  static void addDefined(ParseState state, RelationEntry relation) {
    RangeEntry entry =
        new RangeEntry.Relation(
            relation.name(), relation, Optional.empty(), columns(relation), false);
    Item item = new FromClause(state).add(entry, relation.schema(), relation.oid());
    state.namespace = item.names();
  }

  /** A name for a row of a relation, beside those there are. */
  static void addRow(ParseState state, RelationEntry relation, String name) {
    RangeEntry entry =
        new RangeEntry.Relation(name, relation, Optional.empty(), columns(relation), false);
    state.namespace.addAll(new FromClause(state).add(entry, "", 0).names());
  }

  private Item add(RangeEntry entry, String schema, int relationOid) {
    state.collationsMatter |= entry.columns().stream().anyMatch(Collations::isSpecial);
    state.rangeTable.add(entry);
    int index = state.rangeTable.size() - 1;
    NamespaceItem item = RangeEntries.item(state, index);
    NamespaceItem named =
        new NamespaceItem(
            item.name(),
            schema,
            relationOid,
            item.rowType(),
            item.columns(),
            index,
            true,
            true,
            false,
            true);
    return new Item(new FromNode.Range(index), List.of(named));
  }

  /** {@code parserOpenTable}. */
  private RelationEntry open(RangeVar node) {
    boolean foreign =
        node.catalogname().isPresent()
            && !node.catalogname().get().equals(state.context.execution().session().database());
    if (foreign) {
      throw Complaint.error(
          node.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cross-database references are not implemented: \"" + fullName(node) + "\"");
    }
    node.schemaname()
        .ifPresent(
            schema ->
                Names.requireUsage(
                    state, state.context.searchPath().schema(schema), node.location()));
    RelationEntry found =
        Relations.find(state.context, node.schemaname(), node.relname())
            .orElseThrow(() -> missing(node));
    if (found.kind() == 'i' || found.kind() == 'c') {
      int major = state.context.execution().facts().major();
      throw UnsupportedKind.cannotOpen(found.name(), found.kind(), major)
          .withPosition(node.location() + 1)
          .toException();
    }
    return found;
  }

  private static String fullName(RangeVar node) {
    return node.catalogname().map(name -> name + ".").orElse("")
        + node.schemaname().map(name -> name + ".").orElse("")
        + node.relname();
  }

  private ReportedError missing(RangeVar node) {
    String shown = node.schemaname().map(schema -> schema + ".").orElse("") + node.relname();
    ErrorReport report =
        Complaint.at(
            node.location(), SqlState.UNDEFINED_TABLE, "relation \"" + shown + "\" does not exist");
    if (node.schemaname().isPresent() || !WithAnalyzer.comesLater(state, node.relname())) {
      return report.toException();
    }
    return report
        .withDetail(
            "There is a WITH item named \""
                + node.relname()
                + "\", but it cannot be referenced from this part of the query.")
        .withHint("Use WITH RECURSIVE, or re-order the WITH items to remove forward references.")
        .toException();
  }

  @Override
  public Item rangeSubselect(RangeSubselect node) {
    ParseState child = state.child();
    boolean outerLateral = state.lateralActive;
    ClauseKind outerKind = state.kind;
    state.lateralActive = node.lateral();
    state.kind = ClauseKind.FROM_SUBSELECT;
    Query query = SelectAnalyzer.analyze(child, node.subquery());
    state.lateralActive = outerLateral;
    state.kind = outerKind;
    String name = node.alias().map(Alias::aliasname).orElse("unnamed_subquery");
    RangeEntry entry =
        new RangeEntry.Subquery(
            name, query, RangeEntries.renamed(columns(state, query), node.alias()));
    Item item = add(entry, "", 0);
    worded(item, node.alias(), node.lateral() ? Wording.LATERAL : Wording.PLAIN);
    return node.alias().isPresent() ? item : withoutName(item);
  }

  /** A subquery without an alias gives the names of its columns only. */
  private static Item withoutName(Item item) {
    NamespaceItem name = item.names().get(0);
    return new Item(
        item.node(),
        List.of(
            new NamespaceItem(
                name.name(),
                "",
                0,
                name.rowType(),
                name.columns(),
                name.relation(),
                false,
                true,
                false,
                true)));
  }

  /** The columns that a subquery shows. */
  static List<RangeColumn> columns(ParseState state, Query query) {
    List<RangeColumn> columns = new ArrayList<>();
    for (TargetEntry target : query.shownTargets()) {
      if (!target.junk()) {
        int type = target.expression().type();
        columns.add(
            new RangeColumn(
                target.name(),
                type,
                target.expression().typmod(),
                CollationAssigner.derived(state, target.expression()),
                target.originTable(),
                target.originColumn()));
      }
    }
    return columns;
  }

  @Override
  public Item rangeFunction(RangeFunction node) {
    RangeEntry.Functions entry = RangeFunctions.analyze(state, node);
    boolean lateral =
        node.lateral()
            || entry.calls().stream().anyMatch(one -> VariableFinder.anyOfThisLevel(one.call()));
    return worded(add(entry, "", 0), node.alias(), lateral ? Wording.LATERAL : Wording.PLAIN);
  }

  @Override
  public Item joinExpr(JoinExpr node) {
    return JoinAnalyzer.analyze(state, node);
  }

  @Override
  public Item rangeTableFunc(RangeTableFunc node) {
    throw Complaint.notSimulated("XMLTABLE");
  }

  @Override
  public Item rangeTableSample(RangeTableSample node) {
    throw Complaint.notSimulated("TABLESAMPLE");
  }
}
