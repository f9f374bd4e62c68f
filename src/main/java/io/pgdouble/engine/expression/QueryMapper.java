package io.pgdouble.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds a query from its rebuilt expressions and subqueries. */
public final class QueryMapper {
  private final ExpressionMapper expressions;
  private final UnaryOperator<Query> subqueries;

  /** A mapper of every expression, which leaves subqueries to another. */
  public QueryMapper(ExpressionMapper expressions, UnaryOperator<Query> subqueries) {
    this.expressions = expressions;
    this.subqueries = subqueries;
  }

  /** The query with everything mapped. */
  public Query map(Query query) {
    return new Query(
        targets(query.targets()),
        query.rangeTable().isEmpty()
            ? query.rangeTable()
            : query.rangeTable().stream().map(this::range).toList(),
        query.from().isEmpty() ? query.from() : query.from().stream().map(this::join).toList(),
        expressions.map(query.where()),
        query.groupBy(),
        query.groupingSets(),
        expressions.map(query.having()),
        query.windows().isEmpty()
            ? query.windows()
            : query.windows().stream().map(this::window).toList(),
        query.distinct(),
        query.distinctOn(),
        query.sort(),
        expressions.map(query.offset()),
        expressions.map(query.limit()),
        query.withTies(),
        query.setOperation(),
        query.with().isEmpty() ? query.with() : query.with().stream().map(this::table).toList(),
        query.grouped(),
        query.setReturning(),
        query.modification().map(this::modification),
        query.rowMarks(),
        query.wording());
  }

  private Modification modification(Modification writing) {
    return new Modification(
        writing.kind(),
        writing.relation(),
        writing.columns(),
        writing.named(),
        targets(writing.returning()),
        writing.onConflict().map(this::onConflict),
        writing.actions().stream().map(this::action).toList(),
        writing.views(),
        writing.checks().isEmpty()
            ? writing.checks()
            : writing.checks().stream().map(this::check).toList());
  }

  private ViewCheck check(ViewCheck check) {
    return new ViewCheck(check.view(), expressions.map(check.condition()), check.cascaded());
  }

  private OnConflict onConflict(OnConflict clause) {
    return new OnConflict(
        clause.target(),
        clause.update(),
        clause.excluded(),
        assignments(clause.assignments()),
        expressions.map(clause.where()));
  }

  private MergeAction action(MergeAction action) {
    return new MergeAction(
        action.matched(),
        action.kind(),
        expressions.map(action.condition()),
        assignments(action.assignments()));
  }

  private List<Assignment> assignments(List<Assignment> assignments) {
    return assignments.stream()
        .map(one -> new Assignment(one.column(), expressions.map(one.value())))
        .toList();
  }

  private List<TargetEntry> targets(List<TargetEntry> targets) {
    List<TargetEntry> mapped = new ArrayList<>(targets.size());
    for (TargetEntry target : targets) {
      Expression expression = expressions.map(target.expression());
      mapped.add(expression == target.expression() ? target : target.withExpression(expression));
    }
    return mapped;
  }

  private WindowClause window(WindowClause window) {
    WindowFrame frame = window.frame();
    return new WindowClause(
        window.name(),
        window.copied(),
        window.copiedOrder(),
        window.partition(),
        window.order(),
        new WindowFrame(
            frame.wording(),
            frame.mode(),
            frame.start().map(expressions),
            frame.end().map(expressions),
            frame.exclusion()));
  }

  private FromNode join(FromNode node) {
    return node instanceof FromNode.Join join
        ? new FromNode.Join(
            join.kind(),
            join(join.left()),
            join(join.right()),
            expressions.map(join.condition()),
            join.names())
        : node;
  }

  private RangeEntry range(RangeEntry entry) {
    if (entry instanceof RangeEntry.Subquery subquery) {
      return new RangeEntry.Subquery(
          subquery.name(), subqueries.apply(subquery.query()), subquery.columns());
    }
    if (entry instanceof RangeEntry.Relation table) {
      return new RangeEntry.Relation(
          table.name(),
          table.relation(),
          table.body().map(subqueries),
          table.columns(),
          table.inh());
    }
    if (entry instanceof RangeEntry.Functions functions) {
      return new RangeEntry.Functions(
          functions.name(),
          functions.calls().stream().map(this::call).toList(),
          functions.ordinality(),
          functions.columns());
    }
    if (entry instanceof RangeEntry.Values values) {
      return new RangeEntry.Values(
          values.name(), values.rows().stream().map(expressions::map).toList(), values.columns());
    }
    return entry;
  }

  private RangeFunctionCall call(RangeFunctionCall call) {
    return new RangeFunctionCall(
        expressions.map(call.call()), call.columns(), call.row(), call.defined());
  }

  private CommonTable table(CommonTable table) {
    return new CommonTable(
        table.name(),
        table.aliases(),
        table.materialized(),
        subqueries.apply(table.query()),
        table.recursive(),
        table.columns());
  }
}
