package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls that SQL writes with words between ({@code ruleutils.c: get_func_sql_syntax}). */
final class SyntaxText {
  private SyntaxText() {}

  static Optional<String> of(Expression.FuncExpr node, Function<Expression, String> text) {
    List<Expression> arguments = node.arguments();
    return switch (node.function().name()) {
      case "timezone" ->
          Optional.of(
              "("
                  + text.apply(arguments.get(1))
                  + " AT TIME ZONE "
                  + text.apply(arguments.get(0))
                  + ")");
      case "extract" -> {
        String field = (String) ((Expression.Const) arguments.get(0)).value();
        yield Optional.of("EXTRACT(" + field + " FROM " + text.apply(arguments.get(1)) + ")");
      }
      case "position" ->
          Optional.of(
              "POSITION(("
                  + text.apply(arguments.get(1))
                  + ") IN ("
                  + text.apply(arguments.get(0))
                  + "))");
      case "btrim", "ltrim", "rtrim" -> Optional.of(trim(node, text));
      case "substring" -> Optional.of(substring(arguments, text));
      default ->
          throw ErrorReport.notSimulated("the text of " + node.function().name()).toException();
    };
  }

  private static String trim(Expression.FuncExpr node, Function<Expression, String> text) {
    String where =
        switch (node.function().name()) {
          case "btrim" -> "BOTH";
          case "ltrim" -> "LEADING";
          default -> "TRAILING";
        };
    List<Expression> arguments = node.arguments();
    String what = arguments.size() == 2 ? " " + text.apply(arguments.get(1)) : "";
    return "TRIM(" + where + what + " FROM " + text.apply(arguments.get(0)) + ")";
  }

  private static String substring(List<Expression> arguments, Function<Expression, String> text) {
    String length = arguments.size() == 3 ? " FOR " + text.apply(arguments.get(2)) : "";
    return "SUBSTRING("
        + text.apply(arguments.get(0))
        + " FROM "
        + text.apply(arguments.get(1))
        + length
        + ")";
  }
}
