package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FrameBound;
import io.pgdouble.engine.expression.GroupingItem;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.WindowClause;
import io.pgdouble.engine.expression.WindowFrame;
import java.util.List;

/**
 * What a query is sorted, grouped and looked at by ({@code ruleutils.c: get_rule_orderby,
 * get_rule_groupingset, get_rule_windowspec}).
 */
record SortText(ExpressionText expressions, List<TargetEntry> targets) {

  private TextBuffer buffer() {
    return expressions.context.buffer();
  }

  private TargetEntry target(int reference) {
    return targets.stream().filter(one -> one.sortGroup() == reference).findFirst().orElseThrow();
  }

  /** {@code get_rule_sortgroupclause}: what could be taken for something else is enclosed. */
  void item(int reference) {
    Expression value = target(reference).expression();
    Expression node = SimpleNodes.written(value);
    if (node instanceof Expression.Const constant) {
      expressions.constant(constant, ConstantText.Label.ALWAYS);
      return;
    }
    boolean column = node instanceof Expression.Var || node instanceof Expression.JoinColumn;
    boolean call =
        node instanceof Expression.FuncExpr
            || node instanceof Expression.Aggref
            || node instanceof Expression.WindowFunc;
    boolean enclosed = !column && (expressions.context.pretty() || call);
    buffer().add(enclosed ? "(" : "");
    expressions.write(node, Implicit.SHOWN);
    buffer().add(enclosed ? ")" : "");
  }

  void items(List<SortClause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      buffer().add(i > 0 ? ", " : "");
      item(clauses.get(i).reference());
    }
  }

  void order(List<SortClause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      buffer().add(i > 0 ? ", " : "");
      item(clauses.get(i).reference());
      buffer().add(direction(clauses.get(i)));
    }
  }

  /** The same by the columns' numbers, for set operations. */
  void orderByNumbers(List<SortClause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      buffer().add(i > 0 ? ", " : "");
      int number = 1 + targets.indexOf(target(clauses.get(i).reference()));
      buffer().add(number + direction(clauses.get(i)));
    }
  }

  private static String direction(SortClause clause) {
    if (clause.descending()) {
      return clause.nullsFirst() ? " DESC" : " DESC NULLS LAST";
    }
    return clause.nullsFirst() ? " NULLS FIRST" : "";
  }

  void grouping(List<GroupingItem> items) {
    for (int i = 0; i < items.size(); i++) {
      buffer().add(i > 0 ? ", " : "");
      grouping(items.get(i), Single.BARE);
    }
  }

  /** Whether one expression alone is enclosed. */
  private enum Single {
    BARE,
    ENCLOSED
  }

  private void grouping(GroupingItem item, Single single) {
    switch (item.kind()) {
      case EMPTY -> buffer().add("()");
      case SIMPLE -> simple(item, single);
      case ROLLUP -> sets("ROLLUP(", item, Single.BARE);
      case CUBE -> sets("CUBE(", item, Single.BARE);
      case SETS -> sets("GROUPING SETS (", item, Single.ENCLOSED);
    }
  }

  private void simple(GroupingItem item, Single single) {
    boolean enclosed = single == Single.ENCLOSED || item.references().size() != 1;
    buffer().add(enclosed ? "(" : "");
    for (int i = 0; i < item.references().size(); i++) {
      buffer().add(i > 0 ? ", " : "");
      item(item.references().get(i));
    }
    buffer().add(enclosed ? ")" : "");
  }

  private void sets(String opening, GroupingItem item, Single single) {
    buffer().add(opening);
    for (int i = 0; i < item.content().size(); i++) {
      buffer().add(i > 0 ? ", " : "");
      grouping(item.content().get(i), single);
    }
    buffer().add(")");
  }

  /** What stands behind OVER, or behind a window's name. */
  void window(WindowClause window) {
    TextBuffer buffer = buffer();
    String gap = "";
    buffer.add("(");
    if (window.copied().isPresent()) {
      buffer.add(expressions.context.quoted(window.copied().get()));
      gap = " ";
    } else if (!window.partition().isEmpty()) {
      buffer.add("PARTITION BY ");
      items(window.partition());
      gap = " ";
    }
    if (!window.order().isEmpty() && !window.copiedOrder()) {
      buffer.add(gap + "ORDER BY ");
      order(window.order());
      gap = " ";
    }
    if (window.frame().wording() != WindowFrame.Wording.NOTHING) {
      buffer.add(gap);
      frame(window.frame());
    }
    buffer.add(")");
  }

  private void frame(WindowFrame frame) {
    boolean between = frame.wording() == WindowFrame.Wording.BETWEEN;
    buffer().add(frame.mode().name() + (between ? " BETWEEN " : " "));
    bound(frame.start());
    if (between) {
      buffer().add(" AND ");
      bound(frame.end());
    }
    String exclusion =
        switch (frame.exclusion()) {
          case NO_OTHERS -> "";
          case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
          case GROUP -> " EXCLUDE GROUP";
          case TIES -> " EXCLUDE TIES";
        };
    buffer().add(exclusion);
  }

  private void bound(FrameBound bound) {
    bound.offset().ifPresent(offset -> expressions.write(offset, Implicit.HIDDEN));
    String words =
        switch (bound.kind()) {
          case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
          case OFFSET_PRECEDING -> " PRECEDING";
          case CURRENT_ROW -> "CURRENT ROW";
          case OFFSET_FOLLOWING -> " FOLLOWING";
          case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
        };
    buffer().add(words);
  }
}
