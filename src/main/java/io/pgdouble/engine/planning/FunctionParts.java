package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Call;
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
          new Evaluator[] {compiler.compile(call)},
          function.columns(),
          function.row());
    }
    Expression.FuncExpr node = (Expression.FuncExpr) call;
    Call called = FunctionCalls.of(node);
    return new FunctionScan.Part(
        Optional.of(called),
        compiler.compile(node.arguments()),
        function.columns(),
        function.row());
  }
}
