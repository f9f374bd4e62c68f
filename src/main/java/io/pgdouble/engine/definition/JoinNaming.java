package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses names for the columns of a join ({@code set_join_column_names}). */
final class JoinNaming {
  private final ColumnNaming naming;
  private final JoinNames written;
  private final RangeNames own;
  private final RangeNames left;
  private final RangeNames right;
  private boolean changed;

  JoinNaming(ColumnNaming naming, QueryNames names, FromNode.Join join) {
    this.naming = naming;
    this.written = join.names().orElseThrow();
    this.own = names.columnsOf(join);
    this.left = names.columnsOf(join.left());
    this.right = names.columnsOf(join.right());
  }

  void name() {
    List<JoinNames.Column> columns = written.columns();
    own.expand(columns.size());
    for (int i = written.merged(); i < columns.size(); i++) {
      JoinNames.Column column = columns.get(i);
      // Dropped columns have no names, and system columns those they were born with.
      String real = column.name();
      if (column.left() > 0) {
        real = left.name(column.left());
      } else if (column.right() > 0) {
        real = right.name(column.right());
      }
      own.names.set(i, named(i, real));
    }
    current();
    own.shown = written.alias().isPresent() && changed;
  }

  private String named(int index, String real) {
    if (real == null || written.alias().isEmpty()) {
      return real;
    }
    String name = own.names.get(index);
    if (name == null) {
      boolean aliased = index < written.columnAliases().size();
      name = naming.unique(aliased ? written.columnAliases().get(index) : real, own);
    }
    changed |= !name.equals(real);
    return name;
  }

  /** The columns that the join has now: merged ones, the left side's, the right side's. */
  private void current() {
    Set<Integer> leftMerged = new HashSet<>();
    Set<Integer> rightMerged = new HashSet<>();
    for (int i = 0; i < written.merged(); i++) {
      keep(own.names.get(i));
      leftMerged.add(written.columns().get(i).left());
      rightMerged.add(written.columns().get(i).right());
    }
    side(left, leftMerged, Side.LEFT);
    side(right, rightMerged, Side.RIGHT);
  }

  private enum Side {
    LEFT,
    RIGHT
  }

  private void side(RangeNames child, Set<Integer> merged, Side side) {
    int number = 0;
    for (int i = 0; i < child.current.size(); i++) {
      if (child.added.get(i)) {
        own.current.add(addedName(child.current.get(i)));
        own.added.add(true);
        continue;
      }
      number++;
      while (child.name(number) == null) {
        number++;
      }
      if (!merged.contains(number)) {
        keep(own.names.get(place(side, number)));
      }
    }
  }

  private String addedName(String name) {
    if (written.alias().isEmpty()) {
      return name;
    }
    String unique = naming.unique(name, own);
    changed |= !unique.equals(name);
    return unique;
  }

  private void keep(String name) {
    own.current.add(name);
    own.added.add(false);
  }

  /** Where a side's column is among the join's. */
  private int place(Side side, int number) {
    List<JoinNames.Column> columns = written.columns();
    for (int i = written.merged(); i < columns.size(); i++) {
      int at = side == Side.LEFT ? columns.get(i).left() : columns.get(i).right();
      if (at == number) {
        return i;
      }
    }
    throw new IllegalStateException("no column " + number);
  }
}
