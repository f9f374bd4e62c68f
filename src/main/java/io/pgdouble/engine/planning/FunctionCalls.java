package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.Call;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.function.Builtin;
import io.pgdouble.engine.function.Builtins;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.TypeOid;
import java.util.List;

/** From functions of the catalog to calls of their implementations. */
final class FunctionCalls {
  private FunctionCalls() {}

  static Builtin implementation(ProcEntry function) {
    return function
        .implementation()
        .find()
        .orElseThrow(() -> ErrorReport.notSimulated("function " + function.name()).toException());
  }

  static CallSite site(List<Expression> arguments, int type, int collation) {
    return new CallSite(types(arguments), type, collation, CallSite.Variadic.SPREAD);
  }

  static int[] types(List<Expression> arguments) {
    int[] types = new int[arguments.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = arguments.get(i).type();
    }
    return types;
  }

  static Call of(Expression.FuncExpr node) {
    boolean array =
        node.variadic() == VariadicForm.ARRAY && node.function().variadicElement() == TypeOid.ANY;
    CallSite site =
        new CallSite(
            types(node.arguments()),
            node.type(),
            node.inputCollation(),
            array ? CallSite.Variadic.ARRAY : CallSite.Variadic.SPREAD);
    return of(node.function(), site);
  }

  static Call of(ProcEntry function, CallSite site) {
    return new Call(implementation(function), site, Call.Strictness.of(function));
  }

  /** A function of the server's own that no expression names. */
  static Call internal(String prosrc, CallSite site) {
    Builtin found =
        Builtins.find(prosrc)
            .orElseThrow(() -> ErrorReport.notSimulated("function " + prosrc).toException());
    return new Call(found, site, Call.Strictness.STRICT);
  }

  /** A three-way comparison of two values of a type. */
  static Call comparison(ProcEntry function, int type, int collation) {
    return of(
        function,
        new CallSite(new int[] {type, type}, TypeOid.INT4, collation, CallSite.Variadic.SPREAD));
  }
}
