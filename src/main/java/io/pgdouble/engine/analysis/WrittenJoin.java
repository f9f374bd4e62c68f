package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinNames;
import io.pgdouble.engine.expression.JoinReference;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.JoinExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a join is called, and its columns ({@code addRangeTableEntryForJoin}). */
record WrittenJoin(JoinExpr node, FromNode left, FromNode right, List<String> using) {

  /** Its names, with the next number of its query. */
  JoinNames names(
      ParseState state,
      List<NamedColumn> all,
      List<NamedColumn> leftColumns,
      List<NamedColumn> rightColumns) {
    List<JoinNames.Column> columns = new ArrayList<>();
    for (int i = 0; i < using.size(); i++) {
      String name = using.get(i);
      columns.add(
          new JoinNames.Column(
              name,
              number(left, leftColumns, name),
              number(right, rightColumns, name),
              isColumn(all.get(i).value())));
    }
    unmerged(left, leftColumns).forEach(at -> columns.add(at.of(Side.LEFT)));
    unmerged(right, rightColumns).forEach(at -> columns.add(at.of(Side.RIGHT)));
    return new JoinNames(
        state.joins++,
        state.rangeTable.size(),
        node.alias().map(Alias::aliasname),
        node.alias().map(Alias::colnames).orElse(List.of()),
        node.joinUsingAlias().map(Alias::aliasname),
        using.size(),
        List.copyOf(columns));
  }

  private static boolean isColumn(Expression value) {
    return value instanceof Expression.Var || value instanceof Expression.JoinColumn;
  }

  private enum Side {
    LEFT,
    RIGHT
  }

  private record Place(NamedColumn column, int number) {
    JoinNames.Column of(Side side) {
      return new JoinNames.Column(
          column.name(),
          side == Side.LEFT ? number : 0,
          side == Side.RIGHT ? number : 0,
          isColumn(column.value()));
    }
  }

  private List<Place> unmerged(FromNode side, List<NamedColumn> columns) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!using.contains(columns.get(i).name())) {
        places.add(new Place(columns.get(i), number(side, columns, i)));
      }
    }
    return places;
  }

  private static int number(FromNode side, List<NamedColumn> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return number(side, columns, i);
      }
    }
    throw new IllegalStateException("no column " + name);
  }

  /** Columns of a table have the table's numbers, dropped ones among them. */
  private static int number(FromNode side, List<NamedColumn> columns, int index) {
    return side instanceof FromNode.Range
        ? ((Expression.Var) columns.get(index).value()).attribute()
        : index + 1;
  }

  /** The columns as expressions refer to them from outside the join. */
  static List<NamedColumn> columns(JoinNames join, List<NamedColumn> columns) {
    List<NamedColumn> referred = new ArrayList<>(columns);
    for (int i = 0; i < columns.size(); i++) {
      NamedColumn column = columns.get(i);
      boolean own = i < join.merged() || join.alias().isPresent();
      Expression value = own ? referred(join, i, column.value()) : column.value();
      referred.set(
          i, new NamedColumn(column.name(), value, column.originTable(), column.originColumn()));
    }
    return referred;
  }

  private static Expression referred(JoinNames join, int index, Expression value) {
    JoinReference reference = new JoinReference(join.join(), index + 1);
    if (join.alias().isEmpty() && isColumn(value)) {
      return value;
    }
    if (!(value instanceof Expression.Var column)) {
      return new Expression.JoinColumn(0, reference, value, -1);
    }
    return new Expression.Var(
        0,
        column.relation(),
        column.attribute(),
        Optional.of(reference),
        column.type(),
        column.typmod(),
        column.collation(),
        -1);
  }
}
