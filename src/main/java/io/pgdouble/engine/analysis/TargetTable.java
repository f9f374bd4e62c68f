package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The table a statement writes to ({@code p_target_relation}).
 *
 * @param item the names it gives, which the statement's clauses see or not
 */
record TargetTable(RelationEntry relation, NamespaceItem item) {

  /** {@code setTargetTable}: its entry in the range table; nobody sees it by a name yet. */
  static TargetTable open(ParseState state, RangeVar node) {
    FromClause.Item item = FromClause.table(state, node);
    NamespaceItem names = item.names().get(0);
    state.target = OptionalInt.of(names.relation());
    RangeEntry.Relation entry = (RangeEntry.Relation) state.rangeTable.get(names.relation());
    return new TargetTable(entry.relation(), names);
  }

  int index() {
    return item.relation();
  }

  FromNode node() {
    return new FromNode.Range(index());
  }

  /** From now on its columns are found by their names. */
  void becomesVisible(ParseState state) {
    RangeEntries.requireDistinct(state.namespace, List.of(item));
    state.namespace.add(item);
  }

  /** Those that were not dropped. */
  List<AttributeEntry> columns() {
    return relation.attributes().stream().filter(one -> !one.dropped()).toList();
  }

  /** {@code attnameAttNum} without system columns. */
  Optional<AttributeEntry> find(String column) {
    return columns().stream().filter(one -> one.name().equals(column)).findFirst();
  }

  /** The column of a name an assignment gives. */
  AttributeEntry column(String name, int location) {
    return find(name).orElseThrow(() -> missing(name, location));
  }

  ReportedError missing(String name, int location) {
    return Complaint.error(
        location,
        SqlState.UNDEFINED_COLUMN,
        "column \"" + name + "\" of relation \"" + relation.name() + "\" does not exist");
  }
}
