package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.expression.WindowClause;
import io.pgdouble.engine.expression.WrittenArgument;
import java.util.List;
import java.util.Optional;

/**
 * Calls of functions, aggregates and window functions ({@code ruleutils.c: get_func_expr,
 * get_agg_expr, get_windowfunc_expr}).
 */
final class CallText {
  private final ExpressionText expressions;
  private final TextBuffer buffer;
  private final Optional<QueryText> around;

  CallText(ExpressionText expressions, Optional<QueryText> around) {
    this.expressions = expressions;
    this.buffer = expressions.context.buffer();
    this.around = around;
  }

  /** Whether it was such a node. */
  boolean write(Expression node, Implicit implicit) {
    if (node instanceof Expression.FuncExpr call) {
      function(call, implicit);
    } else if (node instanceof Expression.Aggref call) {
      aggregate(call);
    } else if (node instanceof Expression.WindowFunc call) {
      window(call);
    } else {
      return false;
    }
    return true;
  }

  private void function(Expression.FuncExpr node, Implicit implicit) {
    boolean cast = node.form() == CallForm.EXPLICIT_CAST || node.form() == CallForm.IMPLICIT_CAST;
    if (node.form() == CallForm.IMPLICIT_CAST && implicit == Implicit.HIDDEN) {
      expressions.part(node.arguments().get(0), Implicit.HIDDEN, node);
    } else if (cast) {
      expressions.coercion(node.arguments().get(0), node);
    } else if (node.form() != CallForm.SQL_SYNTAX
        || !new SyntaxText(expressions, buffer).write(node)) {
      plain(node);
    }
  }

  private void plain(Expression.FuncExpr node) {
    buffer.add(expressions.context.function(node.function()) + "(");
    int count = node.written().isEmpty() ? node.arguments().size() : node.written().size();
    for (int i = 0; i < count; i++) {
      buffer.add(i > 0 ? ", " : "");
      buffer.add(i == count - 1 && node.variadic() == VariadicForm.ARRAY ? "VARIADIC " : "");
      if (node.written().isEmpty()) {
        expressions.write(node.arguments().get(i), Implicit.SHOWN);
      } else {
        written(node, node.written().get(i));
      }
    }
    buffer.add(")");
  }

  private void written(Expression.FuncExpr node, WrittenArgument argument) {
    argument.name().ifPresent(name -> buffer.add(expressions.context.quoted(name) + " => "));
    expressions.write(node.arguments().get(argument.index()), Implicit.SHOWN);
  }

  private void aggregate(Expression.Aggref node) {
    buffer.add(expressions.context.function(node.function()) + "(");
    buffer.add(node.distinct().isEmpty() ? "" : "DISTINCT ");
    SortText sorts = new SortText(expressions, node.arguments());
    if (node.aggregate().isOrderedSet()) {
      expressions.list(node.direct());
      buffer.add(") WITHIN GROUP (ORDER BY ");
      sorts.order(node.order());
    } else {
      arguments(node);
      if (!node.order().isEmpty()) {
        buffer.add(" ORDER BY ");
        sorts.order(node.order());
      }
    }
    filter(node.filter());
    buffer.add(")");
  }

  private void arguments(Expression.Aggref node) {
    if (node.star()) {
      buffer.add("*");
      return;
    }
    List<TargetEntry> shown = node.arguments().stream().filter(one -> !one.junk()).toList();
    for (int i = 0; i < shown.size(); i++) {
      buffer.add(i > 0 ? ", " : "");
      boolean last = i == shown.size() - 1;
      buffer.add(last && node.variadic() == VariadicForm.ARRAY ? "VARIADIC " : "");
      expressions.write(shown.get(i).expression(), Implicit.SHOWN);
    }
  }

  private void filter(Optional<Expression> condition) {
    condition.ifPresent(
        one -> {
          buffer.add(") FILTER (WHERE ");
          expressions.write(one, Implicit.HIDDEN);
        });
  }

  private void window(Expression.WindowFunc node) {
    buffer.add(expressions.context.function(node.function()) + "(");
    if (node.star()) {
      buffer.add("*");
    } else {
      expressions.list(node.arguments());
    }
    filter(node.filter());
    buffer.add(") OVER ");
    QueryText query = around.orElseThrow();
    WindowClause window = query.query().windows().get(node.window());
    if (window.name().isPresent()) {
      buffer.add(expressions.context.quoted(window.name().get()));
    } else {
      new SortText(expressions, query.query().targets()).window(window);
    }
  }
}
