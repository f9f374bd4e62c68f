package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Call;
import io.pgdouble.engine.execution.Calls;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.FunctionScan;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.RangeFunctionCall;
import java.util.Optional;

/** Functions of a FROM clause as parts of a scan. */
final class FunctionParts {
  private FunctionParts() {}

  static FunctionScan.Part of(RangeFunctionCall function, ExpressionCompiler compiler) {
    Expression call = function.call();
    boolean set = call instanceof Expression.FuncExpr node && node.function().returnsSet();
    if (!set) {
      return new FunctionScan.Part(
          Optional.empty(),
          new Evaluator[] {value(function, compiler)},
          function.columns(),
          function.row());
    }
    Expression.FuncExpr node = (Expression.FuncExpr) call;
    Call called = compiler.call(node, function.defined());
    return new FunctionScan.Part(
        Optional.of(called),
        compiler.compile(node.arguments()),
        function.columns(),
        function.row());
  }

  private static Evaluator value(RangeFunctionCall function, ExpressionCompiler compiler) {
    boolean defined =
        function.defined().isPresent() && function.call() instanceof Expression.FuncExpr;
    if (!defined) {
      return compiler.compile(function.call());
    }
    Expression.FuncExpr node = (Expression.FuncExpr) function.call();
    Call called = compiler.call(node, function.defined());
    return Calls.of(called, compiler.compile(node.arguments()));
  }
}
