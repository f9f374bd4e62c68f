package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.SubLinkKind;
import java.util.List;
import java.util.Optional;

/** Subqueries in expressions ({@code ruleutils.c: get_sublink_expr}). */
final class SubLinkText {
  private final ExpressionText expressions;
  private final TextBuffer buffer;
  private final Optional<QueryText> around;

  SubLinkText(ExpressionText expressions, Optional<QueryText> around) {
    this.expressions = expressions;
    this.buffer = expressions.context.buffer();
    this.around = around;
  }

  /** Whether it stands for its only value. */
  static boolean isScalar(Expression.SubLink node) {
    return node.kind() == SubLinkKind.SCALAR || node.kind() == SubLinkKind.ROW;
  }

  /** Whether it was such a node. */
  boolean write(Expression node) {
    if (!(node instanceof Expression.SubLink link)) {
      return false;
    }
    buffer.add(link.kind() == SubLinkKind.ARRAY ? "ARRAY(" : "(");
    String operator = link.test().map(this::test).orElse("");
    buffer.add(words(link.kind(), operator));
    boolean enclosed = !isScalar(link) && link.kind() != SubLinkKind.ARRAY;
    buffer.add(enclosed ? "(" : "");
    around.orElseThrow().inner(link.query(), QueryText.ColumnNames.HIDDEN);
    buffer.add(enclosed ? "))" : ")");
    return true;
  }

  private static String words(SubLinkKind kind, String operator) {
    return switch (kind) {
      case EXISTS -> "EXISTS ";
      case ANY -> operator.equals("=") ? " IN " : " " + operator + " ANY ";
      case ALL -> " " + operator + " ALL ";
      case ROW_COMPARE -> " " + operator + " ";
      case SCALAR, ROW, ARRAY -> "";
    };
  }

  /** What is compared with the subquery's columns; gives the operator. */
  private String test(Expression written) {
    Expression test = SimpleNodes.written(written);
    if (test instanceof Expression.OpExpr compared) {
      expressions.write(compared.arguments().get(0), Implicit.SHOWN);
      return expressions.context.operator(compared.operator());
    }
    if (test instanceof Expression.RowCompareExpr rows) {
      buffer.add("(");
      expressions.list(rows.left());
      buffer.add(")");
      return expressions.context.operator(rows.operators().get(0));
    }
    List<Expression.OpExpr> columns =
        ((Expression.BoolExpr) test)
            .arguments().stream().map(one -> (Expression.OpExpr) SimpleNodes.written(one)).toList();
    buffer.add("(");
    expressions.list(columns.stream().map(one -> one.arguments().get(0)).toList());
    buffer.add(")");
    return expressions.context.operator(columns.get(0).operator());
  }
}
