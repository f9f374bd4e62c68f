package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Entries of the range table and the names they give ({@code buildNSItemFromLists}). */
final class RangeEntries {
  private RangeEntries() {}

  /** The namespace item of an entry of the range table, found by everything. */
  static NamespaceItem item(ParseState state, int relation) {
    RangeEntry entry = state.rangeTable.get(relation);
    List<NamedColumn> columns = new ArrayList<>(entry.columns().size());
    for (int i = 0; i < entry.columns().size(); i++) {
      RangeColumn column = entry.columns().get(i);
      Var value =
          new Var(0, relation, i + 1, column.type(), column.typmod(), column.collation(), -1);
      if (!column.isDropped()) {
        columns.add(
            new NamedColumn(column.name(), value, column.originTable(), column.originColumn()));
      }
    }
    int rowType = rowType(entry);
    return new NamespaceItem(
        entry.name(), "", 0, rowType, columns, relation, true, true, false, true);
  }

  /** A function that yields scalars is its own whole row ({@code makeWholeRowVar}). */
  private static int rowType(RangeEntry entry) {
    if (entry instanceof RangeEntry.Relation table) {
      return table.relation().rowType();
    }
    boolean single =
        entry instanceof RangeEntry.Functions functions
            && functions.calls().size() == 1
            && !functions.ordinality();
    return single ? ((RangeEntry.Functions) entry).calls().get(0).call().type() : TypeOid.RECORD;
  }

  /** Columns under the names an alias gives them ({@code buildRelationAliases}). */
  static List<RangeColumn> renamed(List<RangeColumn> columns, Optional<Alias> alias) {
    if (alias.isEmpty() || alias.get().colnames().isEmpty()) {
      return columns;
    }
    List<String> names = alias.get().colnames();
    List<Integer> places =
        IntStream.range(0, columns.size())
            .filter(i -> !columns.get(i).isDropped())
            .boxed()
            .toList();
    if (names.size() > places.size()) {
      throw Complaint.error(
          -1,
          SqlState.INVALID_COLUMN_REFERENCE,
          "table \""
              + alias.get().aliasname()
              + "\" has "
              + places.size()
              + " columns available but "
              + names.size()
              + " columns specified");
    }
    List<RangeColumn> renamed = new ArrayList<>(columns);
    for (int i = 0; i < names.size(); i++) {
      RangeColumn column = columns.get(places.get(i));
      renamed.set(
          places.get(i),
          new RangeColumn(
              names.get(i),
              column.type(),
              column.typmod(),
              column.collation(),
              column.originTable(),
              column.originColumn()));
    }
    return renamed;
  }

  /** {@code checkNameSpaceConflicts}. */
  static void requireDistinct(List<NamespaceItem> some, List<NamespaceItem> more) {
    for (NamespaceItem item : more) {
      if (some.stream().anyMatch(other -> conflict(item, other))) {
        throw Complaint.error(
            -1,
            SqlState.DUPLICATE_ALIAS,
            "table name \"" + item.name() + "\" specified more than once");
      }
    }
  }

  /** Two tables of one name in different schemas are two. */
  private static boolean conflict(NamespaceItem item, NamespaceItem other) {
    boolean twoTables =
        item.relationOid() != 0
            && other.relationOid() != 0
            && item.relationOid() != other.relationOid();
    return item.relationVisible()
        && other.relationVisible()
        && item.name().equals(other.name())
        && !twoTables;
  }
}
