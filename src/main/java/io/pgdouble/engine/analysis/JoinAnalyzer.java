package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.CoalesceExpr;
import io.pgdouble.engine.expression.Expression.RelabelType;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinKind;
import io.pgdouble.engine.expression.JoinNames;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.JoinExpr;
import io.pgdouble.engine.tree.JoinType;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins ({@code transformFromClauseItem} for a JoinExpr). */
final class JoinAnalyzer {
  private final ParseState state;
  private final JoinExpr node;
  private List<NamespaceItem> left = List.of();
  private List<NamespaceItem> right = List.of();

  private JoinAnalyzer(ParseState state, JoinExpr node) {
    this.state = state;
    this.node = node;
  }

  static FromClause.Item analyze(ParseState state, JoinExpr node) {
    return new JoinAnalyzer(state, node).join();
  }

  private FromClause.Item join() {
    FromClause.Item leftItem = FromClause.item(state, node.larg());
    left = leftItem.names();
    FromClause.Item rightItem = rightSide();
    right = rightItem.names();
    RangeEntries.requireDistinct(left, right);
    List<NamedColumn> leftColumns = visibleColumns(left);
    List<NamedColumn> rightColumns = visibleColumns(right);
    List<String> using = node.natural() ? common(leftColumns, rightColumns) : node.usingClause();
    List<NamedColumn> merged = new ArrayList<>();
    Optional<Expression> condition;
    if (using.isEmpty()) {
      condition = node.quals().map(this::on);
    } else {
      condition = Optional.of(usingCondition(using, leftColumns, rightColumns, merged));
    }
    addUnmerged(merged, using, leftColumns);
    addUnmerged(merged, using, rightColumns);
    JoinNames written =
        new WrittenJoin(node, leftItem.node(), rightItem.node(), using)
            .names(state, merged, leftColumns, rightColumns);
    FromNode joined =
        new FromNode.Join(
            JoinKind.valueOf(node.jointype().name()),
            leftItem.node(),
            rightItem.node(),
            condition,
            Optional.of(written));
    merged = WrittenJoin.columns(written, merged);
    List<NamedColumn> shared = List.copyOf(merged.subList(0, using.size()));
    return new FromClause.Item(joined, withAlias(names(merged), shared));
  }

  /** The alias of USING names the columns that both sides have, and hides nothing. */
  private List<NamespaceItem> withAlias(List<NamespaceItem> names, List<NamedColumn> shared) {
    if (node.joinUsingAlias().isEmpty() || node.alias().isPresent()) {
      return names;
    }
    String alias = node.joinUsingAlias().get().aliasname();
    List<NamespaceItem> item =
        List.of(
            new NamespaceItem(alias, "", 0, TypeOid.RECORD, shared, -1, true, false, false, true));
    RangeEntries.requireDistinct(names, item);
    List<NamespaceItem> all = new ArrayList<>(names);
    all.addAll(item);
    return all;
  }

  /** The right side sees the left one if it is LATERAL, and if the join's type lets it. */
  private FromClause.Item rightSide() {
    boolean ok = node.jointype() == JoinType.INNER || node.jointype() == JoinType.LEFT;
    List<NamespaceItem> outer = state.namespace;
    List<NamespaceItem> inner = new ArrayList<>(outer);
    for (NamespaceItem item : left) {
      inner.add(ok ? item.forLateral() : item.beyondLateral());
    }
    state.namespace = inner;
    FromClause.Item item = FromClause.item(state, node.rarg());
    state.namespace = outer;
    return item;
  }

  private static List<NamedColumn> visibleColumns(List<NamespaceItem> items) {
    List<NamedColumn> columns = new ArrayList<>();
    for (NamespaceItem item : items) {
      if (item.columnsVisible()) {
        columns.addAll(item.columns());
      }
    }
    return columns;
  }

  private static List<String> common(List<NamedColumn> left, List<NamedColumn> right) {
    Set<String> names = new HashSet<>();
    right.forEach(column -> names.add(column.name()));
    return left.stream().map(NamedColumn::name).filter(names::contains).toList();
  }

  private Expression on(io.pgdouble.engine.tree.Expr raw) {
    List<NamespaceItem> outer = state.namespace;
    List<NamespaceItem> visible = new ArrayList<>();
    left.forEach(item -> visible.add(item.forAll()));
    right.forEach(item -> visible.add(item.forAll()));
    state.namespace = visible;
    Expression condition = SelectAnalyzer.condition(state, raw, ClauseKind.JOIN_ON);
    state.namespace = outer;
    return condition;
  }

  private Expression usingCondition(
      List<String> using,
      List<NamedColumn> leftColumns,
      List<NamedColumn> rightColumns,
      List<NamedColumn> merged) {
    List<Expression> equalities = new ArrayList<>();
    for (int i = 0; i < using.size(); i++) {
      String name = using.get(i);
      if (using.indexOf(name) < i) {
        throw Complaint.error(
            -1,
            SqlState.DUPLICATE_COLUMN,
            "column name \"" + name + "\" appears more than once in USING clause");
      }
      Expression leftValue = column(leftColumns, name, "left");
      Expression rightValue = column(rightColumns, name, "right");
      Expression equal =
          OperatorCalls.binary(state, List.of("="), OperatorCalls.pair(leftValue, rightValue), -1);
      equalities.add(Coercion.toBoolean(state, equal, "JOIN/USING"));
      merged.add(new NamedColumn(name, merge(leftValue, rightValue), 0, 0));
    }
    return equalities.size() == 1
        ? equalities.get(0)
        : new Expression.BoolExpr(BoolOperator.AND, List.copyOf(equalities), -1);
  }

  private static Expression column(List<NamedColumn> columns, String name, String side) {
    Optional<Expression> found = Optional.empty();
    for (NamedColumn column : columns) {
      if (!column.name().equals(name)) {
        continue;
      }
      if (found.isPresent()) {
        throw Complaint.error(
            -1,
            SqlState.AMBIGUOUS_COLUMN,
            "common column name \"" + name + "\" appears more than once in " + side + " table");
      }
      found = Optional.of(column.value());
    }
    return found.orElseThrow(() -> missing(name, side));
  }

  private static ReportedError missing(String name, String side) {
    return Complaint.error(
        -1,
        SqlState.UNDEFINED_COLUMN,
        "column \"" + name + "\" specified in USING clause does not exist in " + side + " table");
  }

  /** {@code buildMergedJoinVar}. */
  private Expression merge(Expression leftValue, Expression rightValue) {
    List<Expression> both = List.of(leftValue, rightValue);
    int type = CommonType.select(state, both, "JOIN/USING");
    int typmod = CommonType.typmod(both, type);
    Expression one = converted(leftValue, type, typmod);
    Expression other = converted(rightValue, type, typmod);
    return switch (node.jointype()) {
      case INNER -> isColumn(one) || !isColumn(other) ? one : other;
      case LEFT -> one;
      case RIGHT -> other;
      case FULL -> new CoalesceExpr(type, List.of(one, other), -1);
    };
  }

  private static boolean isColumn(Expression value) {
    return value instanceof Var || value instanceof Expression.JoinColumn;
  }

  private Expression converted(Expression value, int type, int typmod) {
    if (value.type() != type) {
      return Coercion.coerce(state, value, CastTarget.implicit(type));
    }
    return value.typmod() == typmod || type == TypeOid.UNKNOWN
        ? value
        : new RelabelType(
            value, type, typmod, Coercion.collationOf(state, type), CallForm.IMPLICIT_CAST, -1);
  }

  private static void addUnmerged(
      List<NamedColumn> all, List<String> using, List<NamedColumn> columns) {
    for (NamedColumn column : columns) {
      if (!using.contains(column.name())) {
        all.add(column);
      }
    }
  }

  /** The join's columns, and the names of its sides unless an alias hides them. */
  private List<NamespaceItem> names(List<NamedColumn> columns) {
    List<NamespaceItem> names = new ArrayList<>();
    if (node.alias().isEmpty()) {
      left.forEach(item -> names.add(item.columnsHidden()));
      right.forEach(item -> names.add(item.columnsHidden()));
    }
    String name = node.alias().map(Alias::aliasname).orElse("unnamed_join");
    names.add(
        new NamespaceItem(
            name,
            "",
            0,
            TypeOid.RECORD,
            renamed(columns),
            -1,
            node.alias().isPresent(),
            true,
            false,
            true));
    return names;
  }

  private List<NamedColumn> renamed(List<NamedColumn> columns) {
    List<String> aliases = node.alias().map(Alias::colnames).orElse(List.of());
    if (aliases.size() > columns.size()) {
      throw Complaint.error(
          -1,
          SqlState.SYNTAX_ERROR,
          "column alias list for \""
              + node.alias().orElseThrow().aliasname()
              + "\" has too many entries");
    }
    List<NamedColumn> renamed = new ArrayList<>(columns);
    for (int i = 0; i < aliases.size(); i++) {
      NamedColumn column = columns.get(i);
      renamed.set(
          i,
          new NamedColumn(
              aliases.get(i), column.value(), column.originTable(), column.originColumn()));
    }
    return renamed;
  }
}
