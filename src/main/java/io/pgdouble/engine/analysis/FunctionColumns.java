package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a function that yields rows ({@code funcapi.c: build_function_result_tupdesc}).
 */
final class FunctionColumns {
  private FunctionColumns() {}

  /** The output arguments of a call, as fields; empty if there are none. */
  static List<RowFields.Field> ofResult(ParseState state, FuncExpr call) {
    ProcEntry function = call.function();
    List<RowFields.Field> fields = new ArrayList<>();
    for (int i = 0; i < function.modes().length; i++) {
      char mode = function.modes()[i];
      if (mode == 'o' || mode == 'b' || mode == 't') {
        int type = function.allTypes()[i];
        int actual = actual(state, call, type);
        fields.add(
            new RowFields.Field(
                name(function, i, fields.size() + 1),
                actual,
                -1,
                Coercion.collationOf(state, actual)));
      }
    }
    return fields;
  }

  private static String name(ProcEntry function, int argument, int number) {
    String name = argument < function.names().size() ? function.names().get(argument) : "";
    return name.isEmpty() ? "column" + number : name;
  }

  private static int actual(ParseState state, FuncExpr call, int type) {
    if (!PseudoTypes.isPolymorphic(type)) {
      return type;
    }
    return Polymorphism.enforce(
        state.catalog(),
        Arguments.types(call.arguments()),
        call.function().argumentTypes().clone(),
        type);
  }
}
