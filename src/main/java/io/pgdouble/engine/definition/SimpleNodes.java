package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.BoolExpr;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.OpExpr;

/** What needs no parentheses within something else ({@code ruleutils.c: isSimpleNode}). */
final class SimpleNodes {
  private static final String LOW = "+-";
  private static final String HIGH = "*/%";

  private SimpleNodes() {}

  static boolean isSimple(Expression node, Expression parent) {
    if (node instanceof Expression.RelabelType cast) {
      return isSimple(cast.argument(), cast);
    }
    if (node instanceof Expression.CoerceViaIO cast) {
      return isSimple(cast.argument(), cast);
    }
    if (node instanceof Expression.ArrayCoerceExpr cast) {
      return isSimple(cast.argument(), cast);
    }
    if (node instanceof Expression.CoerceToDomain cast) {
      return isSimple(cast.argument(), cast);
    }
    if (node instanceof OpExpr operator && parent instanceof OpExpr outer) {
      return bindsCloser(operator, outer);
    }
    if (node instanceof BoolExpr inner && parent instanceof BoolExpr outer) {
      return outer.operator() == BoolOperator.OR
          || outer.operator() == BoolOperator.AND && inner.operator() != BoolOperator.OR;
    }
    if (node instanceof OpExpr || isTest(node)) {
      return parent instanceof BoolExpr || hasOwnParentheses(parent);
    }
    return node instanceof BoolExpr ? hasOwnParentheses(parent) : isClosed(node);
  }

  private static boolean isTest(Expression node) {
    return node instanceof Expression.SubLink
        || node instanceof Expression.NullTest
        || node instanceof Expression.BooleanTest
        || node instanceof Expression.DistinctExpr;
  }

  private static boolean isClosed(Expression node) {
    return node instanceof Expression.Var
        || node instanceof Expression.Const
        || node instanceof Expression.CoerceToDomainValue
        || node instanceof Expression.SqlValueFunction
        || node instanceof Expression.CaseExpr
        || node instanceof Expression.FieldSelect
        || node instanceof FuncExpr
        || node instanceof Expression.SqlFunctionExpr
        || isList(node);
  }

  private static boolean isList(Expression node) {
    return node instanceof Expression.SubscriptingRef
        || node instanceof Expression.ArrayExpr
        || node instanceof Expression.RowExpr
        || node instanceof Expression.CoalesceExpr
        || node instanceof Expression.MinMaxExpr
        || node instanceof Expression.NullIfExpr;
  }

  private static boolean hasOwnParentheses(Expression parent) {
    if (parent instanceof FuncExpr call) {
      return call.form() == CallForm.EXPLICIT_CALL;
    }
    return isList(parent) || parent instanceof Expression.CaseExpr;
  }

  private static boolean bindsCloser(OpExpr inner, OpExpr outer) {
    String own = binaryName(inner);
    String other = binaryName(outer);
    boolean low = !own.isEmpty() && LOW.contains(own);
    boolean high = !own.isEmpty() && HIGH.contains(own);
    boolean lowOuter = !other.isEmpty() && LOW.contains(other);
    boolean highOuter = !other.isEmpty() && HIGH.contains(other);
    if (!low && !high || !lowOuter && !highOuter) {
      return false;
    }
    if (high && lowOuter) {
      return true;
    }
    return !(low && highOuter) && outer.arguments().get(0) == inner;
  }

  /** {@code get_simple_binary_op_name}. */
  private static String binaryName(OpExpr node) {
    String name = node.operator().name();
    return node.arguments().size() == 2 && name.length() == 1 ? name : "";
  }
}
