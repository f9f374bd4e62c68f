package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RowMark;
import io.pgdouble.engine.expression.SetOperation;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.WindowClause;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query as SQL ({@code ruleutils.c: get_query_def}). */
final class QueryText {
  /** Whether somebody sees what the columns are called ({@code colNamesVisible}). */
  enum ColumnNames {
    VISIBLE,
    HIDDEN
  }

  /** Since then the relations NEW and OLD are not in the range table of a view's query. */
  private static final int WITHOUT_RULE_RELATIONS = 16;

  /** PostgreSQL differs: the minor of this major that is doubled encloses no count of rows. */
  private static final int WITH_BARE_COUNTS = 16;

  private final Deparsing context;
  private final TextBuffer buffer;
  private final Query query;
  private final List<QueryNames> levels;
  private final List<String> result;
  private final ColumnNames names;
  private final ExpressionText expressions;

  private QueryText(Deparsing context, Query query, List<QueryNames> around, Result result) {
    this.context = context;
    this.buffer = context.buffer();
    this.query = query;
    this.result = result.columns();
    this.names = result.names();
    boolean rules =
        result.place() == Place.VIEW && context.catalog().facts().major() < WITHOUT_RULE_RELATIONS;
    List<QueryNames> all = new ArrayList<>();
    all.add(new QueryNames(query, around, rules ? List.of("old", "new") : List.of()));
    all.addAll(around);
    this.levels = List.copyOf(all);
    boolean single = around.isEmpty() && !rules && levels.get(0).entries() == 1;
    QueryColumns columns =
        new QueryColumns(
            context, levels, single ? QueryColumns.Prefix.LEFT_OUT : QueryColumns.Prefix.WRITTEN);
    this.expressions = new ExpressionText(context, columns, Optional.of(this));
  }

  private enum Place {
    VIEW,
    INSIDE
  }

  /**
   * What the columns are called.
   *
   * @param columns the names of the view's columns; empty where the query's own count
   */
  private record Result(List<String> columns, ColumnNames names, Place place) {}

  /** The text of a view's query ({@code make_viewdef}). */
  static String ofView(Deparsing context, Query query, List<String> columns) {
    Result result = new Result(columns, ColumnNames.VISIBLE, Place.VIEW);
    new QueryText(context, query, List.of(), result).write();
    return context.buffer().text() + ";";
  }

  Query query() {
    return query;
  }

  QueryNames own() {
    return levels.get(0);
  }

  /** Whether a common table around has this name. */
  boolean hidesRelation(String name) {
    return levels.stream()
        .anyMatch(one -> one.query.with().stream().anyMatch(table -> table.name().equals(name)));
  }

  ExpressionText expressions() {
    return expressions;
  }

  /** A query inside this one. */
  void inner(Query inner, ColumnNames visible) {
    inner(inner, new Result(List.of(), visible, Place.INSIDE));
  }

  private void inner(Query inner, Result shown) {
    int level = buffer.level;
    new QueryText(context, inner, levels, shown).write();
    buffer.level = level;
  }

  private void write() {
    if (query.modification().isPresent()) {
      throw ErrorReport.notSimulated("the text of a statement that writes").toException();
    }
    with();
    if (query.setOperation().isPresent()) {
      operation(query.setOperation().get(), names);
      order();
    } else {
      select();
      order();
    }
    limits();
    query.rowMarks().stream().filter(mark -> !mark.pushedDown()).forEach(this::lock);
  }

  private void with() {
    if (query.with().isEmpty()) {
      return;
    }
    if (buffer.breaks()) {
      buffer.level += TextBuffer.STEP;
      buffer.add(" ");
    }
    String separator = query.wording().recursive() ? "WITH RECURSIVE " : "WITH ";
    for (CommonTable table : query.with()) {
      buffer.add(separator);
      table(table);
      separator = ", ";
    }
    if (buffer.breaks()) {
      buffer.level -= TextBuffer.STEP;
      buffer.keyword("", 0, 0, 0);
    } else {
      buffer.add(" ");
    }
  }

  private void table(CommonTable table) {
    buffer.add(context.quoted(table.name()));
    if (!table.aliases().isEmpty()) {
      buffer.add(
          table.aliases().stream()
              .map(context::quoted)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    buffer.add(" AS ");
    buffer.add(
        switch (table.materialized()) {
          case DEFAULT -> "";
          case ALWAYS -> "MATERIALIZED ";
          case NEVER -> "NOT MATERIALIZED ";
        });
    buffer.add("(");
    lineEnd();
    inner(table.query(), ColumnNames.VISIBLE);
    lineEnd();
    buffer.add(")");
  }

  private void lineEnd() {
    if (buffer.breaks()) {
      buffer.keyword("", 0, 0, 0);
    }
  }

  private void select() {
    if (buffer.breaks()) {
      buffer.level += TextBuffer.STEP;
      buffer.add(" ");
    }
    FromText from = new FromText(context, this);
    if (from.isValues(result)) {
      from.values();
      return;
    }
    buffer.add("SELECT");
    SortText sorts = sorts();
    if (query.distinctOn()) {
      buffer.add(" DISTINCT ON (");
      sorts.items(query.distinct());
      buffer.add(")");
    } else if (!query.distinct().isEmpty()) {
      buffer.add(" DISTINCT");
    }
    targets();
    from.write();
    clause(" WHERE ", query.where(), 1);
    groups(sorts);
    clause(" HAVING ", query.having(), 0);
    windows(sorts);
  }

  private SortText sorts() {
    return new SortText(expressions, query.targets());
  }

  private void clause(String words, Optional<Expression> condition, int plus) {
    if (condition.isPresent()) {
      buffer.clause(words, plus);
      expressions.write(condition.get(), Implicit.HIDDEN);
    }
  }

  private void groups(SortText sorts) {
    if (query.groupBy().isEmpty() && query.wording().grouping().isEmpty()) {
      return;
    }
    buffer.clause(" GROUP BY ", 1);
    buffer.add(query.wording().groupDistinct() ? "DISTINCT " : "");
    if (query.wording().grouping().isEmpty()) {
      sorts.items(query.groupBy());
    } else {
      sorts.grouping(query.wording().grouping());
    }
  }

  private void windows(SortText sorts) {
    boolean first = true;
    for (WindowClause window : query.windows()) {
      if (window.name().isEmpty()) {
        continue;
      }
      if (first) {
        buffer.clause(" WINDOW ", 1);
      } else {
        buffer.add(", ");
      }
      first = false;
      buffer.add(context.quoted(window.name().get()) + " AS ");
      sorts.window(window);
    }
  }

  /** {@code get_target_list}. */
  private void targets() {
    boolean wide = false;
    int number = 0;
    for (TargetEntry target : query.visibleTargets()) {
      buffer.add(number > 0 ? ", " : " ");
      int at = number;
      String text = buffer.apart(() -> target(target, at));
      wrapped(text, number > 0, wide);
      wide = text.indexOf('\n', text.startsWith("\n") ? 1 : 0) >= 0;
      buffer.add(text);
      number++;
    }
  }

  /** Begins a new line for a column that does not fit, or where the last one was wide. */
  private void wrapped(String text, boolean following, boolean wide) {
    if (!buffer.breaks() || context.wrap() < 0) {
      return;
    }
    if (text.startsWith("\n")) {
      buffer.trim();
    } else if (following
        && (wide || buffer.lineLength() + TextBuffer.bytes(text) > context.wrap())) {
      buffer.keyword("", -TextBuffer.STEP, TextBuffer.STEP, TextBuffer.SMALL_STEP);
    }
  }

  private void target(TargetEntry target, int index) {
    Expression value = target.expression();
    Optional<String> shown =
        names == ColumnNames.VISIBLE ? Optional.empty() : Optional.of("?column?");
    if (value instanceof Expression.Var column) {
      shown = expressions.columns.of(column).name();
    } else if (value instanceof Expression.JoinColumn column) {
      shown = expressions.columns.of(column).name();
    }
    expressions.whole(value, Implicit.SHOWN);
    String name = index < result.size() ? result.get(index) : target.name();
    if (!shown.equals(Optional.of(name))) {
      buffer.add(" AS " + context.quoted(name));
    }
  }

  private void operation(SetOperation node, ColumnNames visible) {
    if (node instanceof SetOperation.Leaf leaf) {
      leaf(leaf, visible);
    } else {
      both((SetOperation.Node) node, visible);
    }
  }

  private void leaf(SetOperation.Leaf leaf, ColumnNames visible) {
    Query inner = own().subquery(leaf.relation());
    boolean enclosed =
        !inner.with().isEmpty()
            || !inner.sort().isEmpty()
            || !inner.rowMarks().isEmpty()
            || inner.offset().isPresent()
            || inner.limit().isPresent()
            || inner.setOperation().isPresent();
    buffer.add(enclosed ? "(" : "");
    inner(inner, new Result(result, visible, Place.INSIDE));
    buffer.add(enclosed ? ")" : "");
  }

  /** {@code get_setop_query}. */
  private void both(SetOperation.Node node, ColumnNames visible) {
    boolean left =
        node.left() instanceof SetOperation.Node other
            && (other.operator() != node.operator() || other.all() != node.all());
    if (left) {
      buffer.add("(").keyword("", TextBuffer.STEP, 0, 0);
    }
    operation(node.left(), visible);
    if (left) {
      buffer.keyword(") ", -TextBuffer.STEP, 0, 0);
    } else if (buffer.breaks()) {
      buffer.keyword("", 0, 0, 0);
    } else {
      buffer.add(" ");
    }
    buffer.add(node.operator().name() + " " + (node.all() ? "ALL " : ""));
    boolean right = node.right() instanceof SetOperation.Node;
    int step = right ? TextBuffer.STEP : 0;
    buffer.add(right ? "(" : "").keyword("", step, 0, 0);
    operation(node.right(), ColumnNames.HIDDEN);
    buffer.level -= buffer.breaks() ? step : 0;
    if (right) {
      buffer.keyword(")", 0, 0, 0);
    }
  }

  private void order() {
    if (query.sort().isEmpty()) {
      return;
    }
    buffer.clause(" ORDER BY ", 1);
    if (query.setOperation().isPresent()) {
      sorts().orderByNumbers(query.sort());
    } else {
      sorts().order(query.sort());
    }
  }

  private void limits() {
    clause(" OFFSET ", query.offset(), 0);
    if (query.limit().isEmpty()) {
      return;
    }
    Expression count = query.limit().get();
    if (query.withTies()) {
      boolean bare = context.catalog().facts().major() == WITH_BARE_COUNTS;
      clause(bare ? " FETCH FIRST " : " FETCH FIRST (", query.limit(), 0);
      buffer.add(bare ? " ROWS WITH TIES" : ") ROWS WITH TIES");
    } else if (count instanceof Expression.Const constant && constant.value() == null) {
      buffer.clause(" LIMIT ", 0);
      buffer.add("ALL");
    } else {
      clause(" LIMIT ", query.limit(), 0);
    }
  }

  private void lock(RowMark mark) {
    buffer.clause(" FOR " + mark.strength().name().replace('_', ' '), 0);
    buffer.add(" OF " + context.quoted(own().range(mark.relation())));
    buffer.add(
        switch (mark.waiting()) {
          case BLOCK -> "";
          case SKIP_LOCKED -> " SKIP LOCKED";
          case NOWAIT -> " NOWAIT";
        });
  }
}
