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

  /** A call as it was written, whatever its function does. */
  static Expression written(Expression node) {
    if (!(node instanceof Expression.SqlFunctionExpr call)) {
      return node;
    }
    FuncExpr function = call.call();
    return call.operator().isEmpty()
        ? function
        : new OpExpr(
            call.operator().get(),
            function.function(),
            function.type(),
            function.inputCollation(),
            function.arguments(),
            function.location());
  }

  /** {@code strip_implicit_coercions}. */
  static Expression withoutImplicitCasts(Expression node) {
    Expression inner = node;
    if (node instanceof FuncExpr call && call.form() == CallForm.IMPLICIT_CAST) {
      inner = call.arguments().get(0);
    } else if (node instanceof Expression.RelabelType cast
        && cast.form() == CallForm.IMPLICIT_CAST) {
      inner = cast.argument();
    } else if (node instanceof Expression.CoerceViaIO cast
        && cast.form() == CallForm.IMPLICIT_CAST) {
      inner = cast.argument();
    } else if (node instanceof Expression.ArrayCoerceExpr cast
        && cast.form() == CallForm.IMPLICIT_CAST) {
      inner = cast.argument();
    } else if (node instanceof Expression.CoerceToDomain cast
        && cast.form() == CallForm.IMPLICIT_CAST) {
      inner = cast.argument();
    }
    return inner == node ? node : withoutImplicitCasts(inner);
  }

  static boolean isSimple(Expression inside, Expression around) {
    Expression node = written(inside);
    Expression parent = written(around);
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
      return switch (binding(operator, outer)) {
        case CLOSER -> true;
        case LOOSER -> false;
        // (a - b) - c, but not a - (b - c)
        case SAME -> outer.arguments().get(0) == inside;
      };
    }
    if (node instanceof BoolExpr inner && parent instanceof BoolExpr outer) {
      return inner.operator() == BoolOperator.OR
          ? outer.operator() == BoolOperator.OR
          : outer.operator() != BoolOperator.NOT;
    }
    if (node instanceof OpExpr || isTest(node)) {
      return parent instanceof BoolExpr || hasOwnParentheses(parent);
    }
    if (node instanceof Expression.FieldSelect) {
      return !(parent instanceof Expression.FieldSelect);
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
        || node instanceof Expression.JoinColumn
        || node instanceof Expression.Const
        || node instanceof Expression.Param
        || node instanceof Expression.CoerceToDomainValue
        || node instanceof Expression.SqlValueFunction
        || node instanceof Expression.CaseExpr
        || node instanceof FuncExpr
        || isList(node);
  }

  private static boolean isList(Expression node) {
    return node instanceof Expression.SubscriptingRef
        || node instanceof Expression.ArrayExpr
        || node instanceof Expression.RowExpr
        || node instanceof Expression.CoalesceExpr
        || node instanceof Expression.MinMaxExpr
        || node instanceof Expression.NullIfExpr
        || node instanceof Expression.Aggref
        || node instanceof Expression.GroupingFunc
        || node instanceof Expression.WindowFunc;
  }

  private static boolean hasOwnParentheses(Expression parent) {
    if (parent instanceof FuncExpr call) {
      return call.form() == CallForm.EXPLICIT_CALL;
    }
    return isList(parent) || parent instanceof Expression.CaseExpr;
  }

  /** How close operands hold together, beside those of the operator around. */
  private enum Binding {
    CLOSER,
    SAME,
    LOOSER
  }

  /** Only of the basic operators is it known. */
  private static Binding binding(OpExpr inner, OpExpr outer) {
    String own = binaryName(inner);
    String other = binaryName(outer);
    boolean known = isBasic(own) && isBasic(other);
    if (known && HIGH.contains(own) && LOW.contains(other)) {
      return Binding.CLOSER;
    }
    return known && HIGH.contains(own) == HIGH.contains(other) ? Binding.SAME : Binding.LOOSER;
  }

  private static boolean isBasic(String name) {
    return !name.isEmpty() && (LOW + HIGH).contains(name);
  }

  /** {@code get_simple_binary_op_name}. */
  private static String binaryName(OpExpr node) {
    String name = node.operator().name();
    return node.arguments().size() == 2 && name.length() == 1 ? name : "";
  }
}
