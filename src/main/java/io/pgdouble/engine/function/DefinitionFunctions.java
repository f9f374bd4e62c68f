package io.pgdouble.engine.function;

import io.pgdouble.engine.function.ObjectDefinitions.FunctionTexts;
import io.pgdouble.engine.function.ObjectDefinitions.InsteadTriggers;
import io.pgdouble.engine.function.ObjectDefinitions.Style;
import java.util.function.Function;

/** {@code pg_get_expr} and its kin. Manual: {@code functions-info}. A table. */
final class DefinitionFunctions {
  /** {@code CMD_UPDATE} and {@code CMD_DELETE}, as bits. */
  private static final int CHANGING = 1 << 2 | 1 << 4;

  private DefinitionFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pg_get_expr", "pg_get_expr_ext" ->
          (c, a) -> of(c).expression((String) a[0], (Long) a[1], style(a, 2)).orElse(null);
      case "pg_get_constraintdef", "pg_get_constraintdef_ext" ->
          (c, a) -> of(c).constraint((Long) a[0], style(a, 1)).orElse(null);
      case "pg_get_indexdef" -> (c, a) -> of(c).index((Long) a[0], 0, Style.PLAIN).orElse(null);
      case "pg_get_indexdef_ext" ->
          (c, a) -> of(c).index((Long) a[0], (Integer) a[1], style(a, 2)).orElse(null);
      case "pg_get_triggerdef", "pg_get_triggerdef_ext" ->
          (c, a) -> of(c).trigger((Long) a[0], style(a, 1)).orElse(null);
      case "pg_get_viewdef", "pg_get_viewdef_ext" ->
          (c, a) -> of(c).view((Long) a[0], style(a, 1), 0).orElse(null);
      case "pg_get_viewdef_wrap" ->
          (c, a) -> of(c).view((Long) a[0], Style.PRETTY, (Integer) a[1]).orElse(null);
      case "pg_get_viewdef_name", "pg_get_viewdef_name_ext" ->
          (c, a) -> {
            long view = of(c).relation((String) a[0]);
            return of(c).view(view, style(a, 1), 0).orElse(null);
          };
      case "pg_get_serial_sequence" ->
          (c, a) -> of(c).serialSequence((String) a[0], (String) a[1]).orElse(null);
      default -> function(prosrc);
    };
  }

  private static Builtin function(String prosrc) {
    return switch (prosrc) {
      case "pg_get_functiondef" -> of(FunctionTexts::definition);
      case "pg_get_function_arguments" -> of(FunctionTexts::arguments);
      case "pg_get_function_identity_arguments" -> of(FunctionTexts::identityArguments);
      case "pg_get_function_result" -> of(one -> one.result().orElse(null));
      case "pg_get_function_sqlbody" -> of(one -> one.sqlBody().orElse(null));
      case "pg_get_function_arg_default" ->
          (c, a) ->
              of(c)
                  .function((Long) a[0])
                  .flatMap(one -> one.argumentDefault((Integer) a[1]))
                  .orElse(null);
      case "pg_relation_is_updatable" -> (c, a) -> of(c).updatable((Long) a[0], 0, triggers(a[1]));
      case "pg_column_is_updatable" ->
          (c, a) -> {
            int column = (Short) a[1];
            int events = column > 0 ? of(c).updatable((Long) a[0], column, triggers(a[2])) : 0;
            return (events & CHANGING) == CHANGING;
          };
      case "pg_get_keywords" -> (c, a) -> Keywords.all(c);
      default -> null;
    };
  }

  private static InsteadTriggers triggers(Object counted) {
    return (Boolean) counted ? InsteadTriggers.COUNTED : InsteadTriggers.IGNORED;
  }

  private static Builtin of(Function<FunctionTexts, String> text) {
    return (c, a) -> of(c).function((Long) a[0]).map(text).orElse(null);
  }

  private static ObjectDefinitions of(CallContext context) {
    return context.execution().definitions();
  }

  private static Style style(Object[] arguments, int at) {
    boolean pretty = arguments.length > at && (Boolean) arguments[at];
    return pretty ? Style.PRETTY : Style.PLAIN;
  }
}
