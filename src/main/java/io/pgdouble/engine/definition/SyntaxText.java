package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.type.TypeOid;
import java.util.List;

/** Calls that SQL writes with words between ({@code ruleutils.c: get_func_sql_syntax}). */
record SyntaxText(ExpressionText expressions, TextBuffer buffer) {

  /** Whether there are words for it. */
  boolean write(Expression.FuncExpr node) {
    List<Expression> arguments = written(node);
    switch (node.function().name()) {
      case "timezone" -> timezone(node);
      case "overlaps" -> overlaps(arguments);
      case "extract" -> {
        buffer.add("EXTRACT(" + word(arguments.get(0)) + " FROM ");
        of(arguments.get(1));
        buffer.add(")");
      }
      case "is_normalized" -> isNormalized(node, arguments);
      case "pg_collation_for" -> between("COLLATION FOR (", arguments.get(0), ")");
      case "normalize" -> {
        buffer.add("NORMALIZE(");
        of(arguments.get(0));
        buffer.add((arguments.size() == 2 ? ", " + word(arguments.get(1)) : "") + ")");
      }
      case "overlay" -> {
        between("OVERLAY(", arguments.get(0), " PLACING ");
        between("", arguments.get(1), " FROM ");
        counted(arguments.subList(2, arguments.size()));
      }
      case "position" -> {
        between("POSITION((", arguments.get(1), ") IN (");
        between("", arguments.get(0), "))");
      }
      case "btrim" -> trim("TRIM(BOTH", arguments);
      case "ltrim" -> trim("TRIM(LEADING", arguments);
      case "rtrim" -> trim("TRIM(TRAILING", arguments);
      case "substring" -> {
        return substring(arguments);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The arguments without those that their defaults give. */
  private static List<Expression> written(Expression.FuncExpr node) {
    return node.written().isEmpty()
        ? node.arguments()
        : node.written().stream().map(one -> node.arguments().get(one.index())).toList();
  }

  private static String word(Expression constant) {
    return (String) ((Expression.Const) constant).value();
  }

  private void of(Expression argument) {
    expressions.write(argument, Implicit.HIDDEN);
  }

  private void between(String before, Expression argument, String after) {
    buffer.add(before);
    of(argument);
    buffer.add(after);
  }

  /** A start and, where it is given, a length. */
  private void counted(List<Expression> numbers) {
    of(numbers.get(0));
    if (numbers.size() == 2) {
      buffer.add(" FOR ");
      of(numbers.get(1));
    }
    buffer.add(")");
  }

  private void isNormalized(Expression.FuncExpr node, List<Expression> arguments) {
    buffer.add("(");
    expressions.part(arguments.get(0), Implicit.HIDDEN, node);
    buffer.add(" IS" + (arguments.size() == 2 ? " " + word(arguments.get(1)) : ""));
    buffer.add(" NORMALIZED)");
  }

  private void timezone(Expression.FuncExpr node) {
    buffer.add("(");
    expressions.part(node.arguments().get(node.arguments().size() - 1), Implicit.HIDDEN, node);
    if (node.arguments().size() == 1) {
      buffer.add(" AT LOCAL)");
      return;
    }
    buffer.add(" AT TIME ZONE ");
    expressions.part(node.arguments().get(0), Implicit.HIDDEN, node);
    buffer.add(")");
  }

  private void overlaps(List<Expression> arguments) {
    between("((", arguments.get(0), ", ");
    between("", arguments.get(1), ") OVERLAPS (");
    between("", arguments.get(2), ", ");
    between("", arguments.get(3), "))");
  }

  private void trim(String where, List<Expression> arguments) {
    buffer.add(where);
    if (arguments.size() == 2) {
      between(" ", arguments.get(1), "");
    }
    between(" FROM ", arguments.get(0), ")");
  }

  /** Only the forms that count, and the one with an escape, have words. */
  private boolean substring(List<Expression> arguments) {
    boolean counts = arguments.get(1).type() == TypeOid.INT4;
    if (!counts && arguments.size() != 3) {
      return false;
    }
    buffer.add("SUBSTRING(");
    of(arguments.get(0));
    if (counts) {
      buffer.add(" FROM ");
      counted(arguments.subList(1, arguments.size()));
    } else {
      between(" SIMILAR ", arguments.get(1), " ESCAPE ");
      between("", arguments.get(2), ")");
    }
    return true;
  }
}
