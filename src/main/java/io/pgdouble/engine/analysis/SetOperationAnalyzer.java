package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Ordering;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.Expression.SubColumn;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.SetOperation;
import io.pgdouble.engine.expression.SetOperator;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** UNION, INTERSECT and EXCEPT ({@code transformSetOperationStmt}). */
final class SetOperationAnalyzer {
  private final ParseState state;

  private SetOperationAnalyzer(ParseState state) {
    this.state = state;
  }

  /** A side: its tree, and what its columns are. */
  private record Side(SetOperation tree, List<Expression> columns, List<String> names) {}

  static Query analyze(ParseState state, SelectStmt select) {
    SelectAnalyzer.QueryParts parts = new SelectAnalyzer.QueryParts();
    RowLocks.requireNone(select, "is not allowed with UNION/INTERSECT/EXCEPT");
    parts.with = SelectAnalyzer.with(state, select);
    Side top = new SetOperationAnalyzer(state).operation(select);
    int result = state.rangeTable.size();
    List<RangeColumn> columns = ((SetOperation.Node) top.tree()).columns();
    state.rangeTable.add(new RangeEntry.Combined("*SELECT*", columns));
    parts.from = List.of(new FromNode.Range(result));
    parts.setOperation = java.util.Optional.of(top.tree());
    parts.targets = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      RangeColumn column = columns.get(i);
      Expression value =
          new Var(0, result, i + 1, column.type(), column.typmod(), column.collation(), -1);
      parts.targets.add(new TargetEntry(value, column.name(), 0, false, 0, 0));
    }
    state.namespace.add(RangeEntries.item(state, result));
    int before = parts.targets.size();
    SelectAnalyzer.tail(state, select, parts);
    if (parts.targets.size() > before) {
      throw badOrder(select, parts.targets.get(before));
    }
    state.namespace = new ArrayList<>();
    return CollationAssigner.assign(state, parts.build(state));
  }

  private static RuntimeException badOrder(SelectStmt select, TargetEntry added) {
    return Complaint.at(
            Locations.of(added.expression()),
            SqlState.FEATURE_NOT_SUPPORTED,
            "invalid UNION/INTERSECT/EXCEPT ORDER BY clause")
        .withDetail("Only result column names can be used, not expressions or functions.")
        .withHint(
            "Add the expression/function to every SELECT, or move the UNION into a FROM clause.")
        .toException();
  }

  private Side side(SelectStmt select) {
    SelectTail tail = select.tail();
    boolean leaf =
        select.larg().isEmpty()
            || !tail.sortClause().isEmpty()
            || tail.limitCount().isPresent()
            || tail.limitOffset().isPresent()
            || !tail.lockingClause().isEmpty()
            || tail.withClause().isPresent();
    return leaf ? leaf(select) : operation(select);
  }

  private Side leaf(SelectStmt select) {
    ParseState child = state.child();
    // What is unknown here may take its type from the other side.
    child.resolveUnknowns = false;
    Query query = SelectAnalyzer.analyze(child, select);
    refuseOuterReferences(query);
    int relation = state.rangeTable.size();
    state.rangeTable.add(
        new RangeEntry.Subquery(
            "*SELECT* " + (relation + 1), query, FromClause.columns(state, query)));
    List<Expression> columns =
        query.visibleTargets().stream().map(TargetEntry::expression).toList();
    List<String> names = query.visibleTargets().stream().map(TargetEntry::name).toList();
    return new Side(new SetOperation.Leaf(relation), columns, names);
  }

  private static void refuseOuterReferences(Query query) {
    if (io.pgdouble.engine.expression.OuterFinder.refersToParent(query)) {
      throw Complaint.notSimulated("outer references inside a set operation");
    }
  }

  private Side operation(SelectStmt select) {
    String words = select.op().name();
    Side left = side(select.larg().orElseThrow());
    Side right = side(select.rarg().orElseThrow());
    if (left.columns().size() != right.columns().size()) {
      throw Complaint.error(
          Locations.of(right.columns()),
          SqlState.SYNTAX_ERROR,
          "each " + words + " query must have the same number of columns");
    }
    Columns made = new Columns();
    boolean compares = !select.all() || select.op() != io.pgdouble.engine.tree.SetOperation.UNION;
    for (int i = 0; i < left.columns().size(); i++) {
      column(made, left, right, new Place(i, words, compares));
    }
    List<SortClause> comparisons = compares ? comparisons(made) : List.of();
    SetOperation.Node tree =
        new SetOperation.Node(
            SetOperator.valueOf(words),
            select.all(),
            left.tree(),
            right.tree(),
            made.columns,
            made.leftConversions,
            made.rightConversions,
            comparisons);
    return new Side(tree, made.values, left.names());
  }

  private static final class Columns {
    final List<RangeColumn> columns = new ArrayList<>();
    final List<Expression> values = new ArrayList<>();
    final List<Expression> leftConversions = new ArrayList<>();
    final List<Expression> rightConversions = new ArrayList<>();
  }

  private record Place(int index, String words, boolean distinct) {}

  private void column(Columns made, Side left, Side right, Place place) {
    int index = place.index();
    List<Expression> both = List.of(left.columns().get(index), right.columns().get(index));
    int type = CommonType.select(state, both, place.words());
    Expression one = convert(left, index, type, place.words());
    Expression other = convert(right, index, type, place.words());
    int typmod = CommonType.typmod(List.of(one, other), type);
    int collation = collation(List.of(one, other), both, place);
    made.leftConversions.add(one);
    made.rightConversions.add(other);
    int location = Locations.of(both.get(0));
    made.values.add(new Var(0, -1, index + 1, type, typmod, collation, location));
    made.columns.add(new RangeColumn(left.names().get(index), type, typmod, collation, 0, 0));
  }

  /** Rows that are only appended may have different collations, and have none then. */
  private int collation(List<Expression> converted, List<Expression> written, Place place) {
    if (Coercion.collationOf(state, converted.get(0).type()) == 0) {
      return 0;
    }
    return CollationAssigner.common(
        state,
        written,
        place.distinct()
            ? CollationAssigner.Disagreement.IS_AN_ERROR
            : CollationAssigner.Disagreement.LEAVES_NONE);
  }

  /** How a side's column becomes the common type: an expression over the side's row. */
  private Expression convert(Side side, int index, int type, String words) {
    Expression column = side.columns().get(index);
    boolean undecided =
        column.type() == TypeOid.UNKNOWN && (column instanceof Const || column instanceof Param);
    if (undecided) {
      Expression decided = Coercion.toCommon(state, column, type, words);
      replaceTarget((SetOperation.Leaf) side.tree(), index, decided);
      return new SubColumn(index, type, decided.typmod(), Coercion.collationOf(state, type));
    }
    if (column.type() == TypeOid.UNKNOWN) {
      throw Complaint.notSimulated("a column of unknown type in a set operation");
    }
    // A failure points at the column as it was written.
    Coercion.toCommon(state, column, type, words);
    Expression placeholder =
        new SubColumn(
            index, column.type(), column.typmod(), Coercion.collationOf(state, column.type()));
    return Coercion.toCommon(state, placeholder, type, words);
  }

  private void replaceTarget(SetOperation.Leaf leaf, int index, Expression decided) {
    RangeEntry.Subquery entry = (RangeEntry.Subquery) state.rangeTable.get(leaf.relation());
    List<TargetEntry> targets = new ArrayList<>(entry.query().targets());
    targets.set(index, targets.get(index).withExpression(decided));
    Query query = entry.query().withTargets(targets);
    state.rangeTable.set(
        leaf.relation(),
        new RangeEntry.Subquery(entry.name(), query, FromClause.columns(state, query)));
  }

  private List<SortClause> comparisons(Columns made) {
    List<SortClause> comparisons = new ArrayList<>();
    for (int i = 0; i < made.columns.size(); i++) {
      int type = made.columns.get(i).type();
      int location = Locations.of(made.values.get(i));
      Ordering ordering =
          state
              .catalog()
              .ordering(type)
              .orElseThrow(
                  () ->
                      state.catalog().hasHashEquality(type)
                          ? Complaint.notSimulated("set operations on type " + TypeFacts.name(type))
                          : Complaint.error(
                              location,
                              SqlState.UNDEFINED_FUNCTION,
                              "could not identify an equality operator for type "
                                  + TypeFacts.name(type)));
      Functions.requireSimulated(ordering.comparison());
      comparisons.add(
          new SortClause(
              i + 1,
              ordering.comparison(),
              state.catalog().proc(ordering.equal().function()),
              false,
              false));
    }
    return List.copyOf(comparisons);
  }
}
