package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinNames;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RangeWording;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;

/** Chooses names for the columns of all that a query reads ({@code set_deparse_for_query}). */
final class ColumnNaming {
  /** How the names of dropped columns begin ({@code heap.c: RemoveAttributeById}). */
  private static final String DROPPED = "........pg.dropped.";

  private final QueryNames names;
  private boolean uniqueUsing;

  /** What USING calls columns that have to be found by their names alone. */
  private final List<String> usingNames = new ArrayList<>();

  ColumnNaming(QueryNames names) {
    this.names = names;
  }

  void nameAll() {
    uniqueUsing = names.joins().stream().anyMatch(ColumnNaming::isDangerous);
    names.query.from().forEach(node -> using(node, List.of()));
    for (int i = 0; i < names.query.rangeTable().size(); i++) {
      range(i);
      names.joinsAfter(i + 1).forEach(join -> new JoinNaming(this, names, join).name());
    }
  }

  /** {@code has_dangerous_join_using}: a merged column that is neither side's. */
  private static boolean isDangerous(FromNode.Join join) {
    JoinNames written = join.names().orElseThrow();
    return written.alias().isEmpty()
        && written.columns().subList(0, written.merged()).stream().anyMatch(one -> !one.simple());
  }

  /** {@code set_using_names}. */
  private void using(FromNode node, List<String> around) {
    if (!(node instanceof FromNode.Join join)) {
      return;
    }
    JoinNames written = join.names().orElseThrow();
    RangeNames own = names.columnsOf(join);
    RangeNames left = names.columnsOf(join.left());
    RangeNames right = names.columnsOf(join.right());
    if (written.alias().isEmpty()) {
      for (int i = 0; i < own.names.size(); i++) {
        push(written.columns().get(i), own.names.get(i), left, right);
      }
    }
    List<String> using = new ArrayList<>(around);
    own.expand(written.merged());
    for (int i = 0; i < written.merged(); i++) {
      String name = mergedName(written, own, i);
      own.using.add(name);
      using.add(name);
      push(written.columns().get(i), name, left, right);
    }
    left.aroundUsing = using;
    right.aroundUsing = using;
    using(join.left(), using);
    using(join.right(), using);
  }

  private static void push(
      JoinNames.Column column, String name, RangeNames left, RangeNames right) {
    if (name != null) {
      left.push(column.left(), name);
      right.push(column.right(), name);
    }
  }

  private String mergedName(JoinNames written, RangeNames own, int index) {
    if (own.names.get(index) != null) {
      return own.names.get(index);
    }
    String wanted =
        index < written.columnAliases().size()
            ? written.columnAliases().get(index)
            : written.columns().get(index).name();
    String name = unique(wanted, own);
    if (uniqueUsing) {
      usingNames.add(name);
    }
    own.names.set(index, name);
    return name;
  }

  /** {@code make_colname_unique}. */
  String unique(String wanted, RangeNames columns) {
    String name = wanted;
    for (int i = 1; columns.has(name) || usingNames.contains(name); i++) {
      name = QueryNames.numbered(wanted, i);
    }
    return name;
  }

  /** {@code set_relation_column_names}. */
  private void range(int index) {
    RangeEntry entry = names.query.rangeTable().get(index);
    RangeWording wording = names.wording(index);
    RangeNames own = names.columnsOf(index);
    List<String> real = real(entry);
    own.expand(real.size());
    boolean changed = false;
    for (int i = 0; i < real.size(); i++) {
      if (real.get(i) == null) {
        continue;
      }
      if (own.names.get(i) == null) {
        own.names.set(i, unique(wanted(entry, wording, real, i), own));
      }
      changed |= !own.names.get(i).equals(real.get(i));
    }
    for (int i = 0; i < real.size(); i++) {
      if (real.get(i) != null) {
        own.current.add(own.names.get(i));
        own.added.add(i >= entry.columns().size());
      }
    }
    own.shown = changed || isAlwaysShown(entry, wording);
  }

  private static boolean isAlwaysShown(RangeEntry entry, RangeWording wording) {
    if (entry instanceof RangeEntry.Relation) {
      return false;
    }
    return entry instanceof RangeEntry.Functions || !wording.columns().isEmpty();
  }

  /** The name that the alias gives a column, or its own. */
  private static String wanted(
      RangeEntry entry, RangeWording wording, List<String> real, int index) {
    if (index >= entry.columns().size()) {
      return real.get(index);
    }
    long before =
        entry.columns().subList(0, index).stream().filter(one -> !one.isDropped()).count();
    boolean renamed = before < wording.columns().size();
    return renamed ? wording.columns().get((int) before) : real.get(index);
  }

  /** The columns' names without aliases; null for one that was dropped. */
  private static List<String> real(RangeEntry entry) {
    List<String> real = new ArrayList<>();
    if (entry instanceof RangeEntry.Relation table) {
      for (AttributeEntry one : table.relation().attributes()) {
        real.add(one.dropped() ? null : one.name());
      }
      return real;
    }
    for (RangeColumn column : entry.columns()) {
      if (column.name().startsWith(DROPPED)) {
        throw ErrorReport.notSimulated("the text of a function's row that has lost columns")
            .toException();
      }
      real.add(column.name());
    }
    return real;
  }
}
