package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.Call;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.function.Builtin;
import io.pgdouble.engine.function.Builtins;
import io.pgdouble.engine.function.CallContext;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** From functions of the catalog to calls of their implementations. */
final class FunctionCalls {
  private FunctionCalls() {}

  /**
   * What a call runs. A function that the double cannot perform is refused when it is called:
   * PostgreSQL's own answer does not depend on it where no row comes that far.
   */
  private static Builtin implementation(ProcEntry function) {
    if (function.isOfUser()) {
      return new UserRoutine(function.oid());
    }
    return function
        .implementation()
        .find()
        .orElseGet(
            () ->
                (context, arguments) -> {
                  throw refused(function);
                });
  }

  /** A function that a user has written: nobody knows how long it takes. */
  private record UserRoutine(int oid) implements Builtin {
    @Override
    public Object call(CallContext context, Object[] arguments) {
      return context.execution().routines().call(oid, context.site(), arguments);
    }

    @Override
    public boolean isLight() {
      return false;
    }
  }

  private static ReportedError refused(ProcEntry function) {
    return ErrorReport.notSimulated("function " + function.signature()).toException();
  }

  /**
   * The planner calls what is not volatile with constants, be it only to estimate how many rows
   * there will be ({@code clauses.c: estimate_expression_value}), and its errors are the query's.
   */
  private static void requireWherePlanned(Expression.FuncExpr node) {
    boolean planned =
        node.function().volatility() != 'v'
            && node.arguments().stream().allMatch(Expression.Const.class::isInstance);
    if (planned
        && !node.function().isOfUser()
        && node.function().implementation().find().isEmpty()) {
      throw refused(node.function());
    }
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

  /** A call that a column definition list tells what its rows are. */
  static Call of(Expression.FuncExpr node, Optional<RowType> defined) {
    requireWherePlanned(node);
    boolean array =
        node.variadic() == VariadicForm.ARRAY && node.function().variadicElement() == TypeOid.ANY;
    CallSite site =
        new CallSite(
            types(node.arguments()),
            node.type(),
            node.inputCollation(),
            array ? CallSite.Variadic.ARRAY : CallSite.Variadic.SPREAD);
    return of(node.function(), site.withRow(defined));
  }

  static Call of(ProcEntry function, CallSite site) {
    Optional<Builtin> undetermined =
        site.collation() == CallSite.UNDETERMINED
            ? UndeterminedCollation.find(function.source())
            : Optional.empty();
    return new Call(
        undetermined.orElseGet(() -> implementation(function)), site, Call.Strictness.of(function));
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
