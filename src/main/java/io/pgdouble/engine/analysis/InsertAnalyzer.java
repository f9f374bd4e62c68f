package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.OnConflict;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.InsertStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** INSERT ({@code transformInsertStmt}). */
final class InsertAnalyzer {
  private final ParseState state;
  private final InsertStmt node;
  private final Defaults defaults = new Defaults();
  private final SelectAnalyzer.QueryParts parts = new SelectAnalyzer.QueryParts();
  private TargetTable target;
  private InsertColumns columns;
  private TargetViews views;

  private InsertAnalyzer(ParseState state, InsertStmt node) {
    this.state = state;
    this.node = node;
  }

  static Query analyze(ParseState state, InsertStmt node) {
    return new InsertAnalyzer(state, node).insert();
  }

  private Query insert() {
    parts.with = WithAnalyzer.analyze(state, node.withClause());
    target = TargetTable.open(state, node.relation());
    columns = InsertColumns.of(state, target, node.cols());
    List<Expression> values = node.selectStmt().map(this::values).orElse(List.of());
    if (!node.returningList().isEmpty() || node.onConflictClause().isPresent()) {
      state.namespace = new ArrayList<>();
      target.becomesVisible(state);
    }
    Optional<OnConflict> onConflict =
        node.onConflictClause().map(new ConflictAnalyzer(state, target)::analyze);
    List<TargetEntry> returning = Returning.analyze(state, node.returningList());
    TargetColumns written = new TargetColumns(state, beneath(), defaults);
    written.insert(views().columns(columns, values.size()), values, node.override());
    parts.targets = written.targets();
    parts.modification =
        Optional.of(
            new Modification(
                ModificationKind.INSERT,
                target.index(),
                written.columns(),
                written.named(),
                returning,
                onConflict,
                List.of(),
                List.of(),
                List.of()));
    return CollationAssigner.assign(state, views().through(parts.build(state)));
  }

  /** What is wrong with a view is told when all else is known. */
  private TargetViews views() {
    if (views == null) {
      views = TargetViews.of(state, target, ModificationKind.INSERT);
    }
    return views;
  }

  private TargetTable beneath() {
    return new TargetTable(views().table(), target.item());
  }

  private List<Expression> values(SelectStmt select) {
    boolean general = select.valuesLists().isEmpty() || !select.tail().equals(SelectTail.EMPTY);
    if (general) {
      return decided(row(selected(select)));
    }
    if (select.valuesLists().size() > 1) {
      return rows(select.valuesLists());
    }
    return row(defaults.expressions(state, select.valuesLists().get(0), ClauseKind.VALUES_SINGLE));
  }

  /** The columns of the query that gives the rows. */
  private List<Expression> selected(SelectStmt select) {
    ParseState child = state.child();
    // What is unknown there takes its type from the target's columns.
    child.resolveUnknowns = false;
    Query query = SelectAnalyzer.analyze(child, select);
    RangeEntry entry = new RangeEntry.Subquery("*SELECT*", query, FromClause.columns(state, query));
    int relation = read(entry);
    List<Expression> values = new ArrayList<>();
    for (TargetEntry column : query.visibleTargets()) {
      values.add(selected(column.expression(), relation, values.size() + 1));
    }
    return values;
  }

  private Expression selected(Expression column, int relation, int number) {
    boolean undecided =
        column.type() == TypeOid.UNKNOWN && (column instanceof Const || column instanceof Param);
    return undecided
        ? column
        : new Var(
            0,
            relation,
            number,
            column.type(),
            column.typmod(),
            Coercion.collationOf(state, column.type()),
            Locations.of(column));
  }

  /** A parameter that got its type from a column has it in the query as well. */
  private List<Expression> decided(List<Expression> values) {
    int last = state.rangeTable.size() - 1;
    RangeEntry.Subquery entry = (RangeEntry.Subquery) state.rangeTable.get(last);
    List<TargetEntry> targets = new ArrayList<>(entry.query().targets());
    for (int i = 0; i < values.size(); i++) {
      if (targets.get(i).expression().type() == TypeOid.UNKNOWN) {
        targets.set(i, targets.get(i).withExpression(values.get(i)));
      }
    }
    Query query = entry.query().withTargets(targets);
    state.rangeTable.set(
        last, new RangeEntry.Subquery(entry.name(), query, FromClause.columns(state, query)));
    return values;
  }

  private int read(RangeEntry entry) {
    state.rangeTable.add(entry);
    int relation = state.rangeTable.size() - 1;
    parts.from = List.of(new FromNode.Range(relation));
    return relation;
  }

  /** Several rows of VALUES: their values become what the columns hold one by one. */
  private List<Expression> rows(List<List<Expr>> lists) {
    List<List<Expression>> rows = new ArrayList<>();
    int width = -1;
    for (List<Expr> list : lists) {
      List<Expression> values = defaults.expressions(state, list, ClauseKind.VALUES);
      if (width >= 0 && width != values.size()) {
        throw Complaint.error(
            Locations.of(values),
            SqlState.SYNTAX_ERROR,
            "VALUES lists must all be the same length");
      }
      width = values.size();
      rows.add(row(values));
    }
    List<Expression> values = new ArrayList<>();
    List<RangeColumn> shown = new ArrayList<>();
    int relation = state.rangeTable.size();
    for (int i = 0; i < width; i++) {
      RangeColumn column = column(i, rows);
      shown.add(column);
      values.add(
          defaults.isMark(rows.get(0).get(i)) && isDefaultThroughout(i, rows)
              ? rows.get(0).get(i)
              : new Var(
                  0, relation, i + 1, column.type(), column.typmod(), column.collation(), -1));
    }
    read(new RangeEntry.Values("*VALUES*", completed(rows), shown));
    return values;
  }

  private boolean isDefaultThroughout(int column, List<List<Expression>> rows) {
    return rows.stream().allMatch(row -> defaults.isMark(row.get(column)));
  }

  private RangeColumn column(int index, List<List<Expression>> rows) {
    PartPath.Target column = columns.leaf(index);
    return new RangeColumn(
        "column" + (index + 1),
        column.type(),
        rows.get(0).get(index).typmod(),
        Coercion.collationOf(state, column.type()),
        0,
        0);
  }

  /**
   * {@code rewriteValuesRTE}: DEFAULT in a row is the default of the column it is for. What is
   * DEFAULT in every row is no value of the rows at all.
   */
  private List<List<Expression>> completed(List<List<Expression>> rows) {
    ColumnDefaults standards = new ColumnDefaults(state, views().table());
    List<List<Expression>> completed = rows.stream().map(row -> copy(row)).toList();
    for (int i = 0; i < rows.get(0).size(); i++) {
      boolean throughout = isDefaultThroughout(i, rows);
      for (List<Expression> row : completed) {
        row.set(i, throughout ? nothing(columns.get(i)) : given(row.get(i), i, standards));
      }
    }
    return completed;
  }

  private static List<Expression> copy(List<Expression> row) {
    return new ArrayList<>(row);
  }

  private Expression nothing(AttributeEntry column) {
    return Literals.nullOf(column.type(), Coercion.collationOf(state, column.type()), -1);
  }

  private Expression given(Expression value, int column, ColumnDefaults standards) {
    return defaults.isMark(value)
        ? standards.of(views().columns(List.of(columns.get(column))).get(0))
        : value;
  }

  private List<Expression> row(List<Expression> values) {
    return columns.row(state, values, defaults);
  }
}
