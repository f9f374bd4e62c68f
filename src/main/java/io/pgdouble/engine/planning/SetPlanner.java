package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Projections;
import io.pgdouble.engine.execution.StepPlan;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.Slot;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.TargetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans set-returning functions in output columns: innermost first, those of one depth in lockstep
 * ({@code split_pathtarget_at_srfs}). Their elements reach the columns by slots.
 */
final class SetPlanner {
  private final Scope scope;
  private final List<TargetEntry> targets;
  private int nextSlot;

  SetPlanner(Scope scope, List<TargetEntry> targets, int firstSlot) {
    this.scope = scope;
    this.targets = targets;
    this.nextSlot = firstSlot;
  }

  /** Whether a set-returning function is in it. */
  static boolean yieldsSet(Expression expression) {
    return SetFinder.FINDER.walk(expression);
  }

  /** The step that computes the sets; the targets then refer to it. */
  StepPlan plan(StepPlan rows) {
    StepPlan step = rows;
    while (true) {
      InnermostSets innermost = new InnermostSets();
      for (int i = 0; i < targets.size(); i++) {
        TargetEntry target = targets.get(i);
        targets.set(i, target.withExpression(innermost.map(target.expression())));
      }
      if (innermost.found.isEmpty()) {
        return step;
      }
      step = new Projections.Sets(step, calls(innermost), nextSlot);
    }
  }

  private List<Projections.Sets.SetCall> calls(InnermostSets sets) {
    ExpressionCompiler compiler = new ExpressionCompiler(scope);
    List<Projections.Sets.SetCall> calls = new ArrayList<>();
    for (int i = 0; i < sets.found.size(); i++) {
      FuncExpr call = sets.found.get(i);
      calls.add(
          new Projections.Sets.SetCall(
              compiler.call(call, Optional.empty()),
              compiler.compile(call.arguments()),
              nextSlot - sets.found.size() + i));
    }
    return calls;
  }

  /** Takes out the sets whose arguments have no sets in them. */
  private final class InnermostSets extends ExpressionMapper {
    private final List<FuncExpr> found = new ArrayList<>();

    @Override
    public Expression onFuncExpr(FuncExpr node) {
      boolean innermost =
          node.function().returnsSet()
              && node.arguments().stream().noneMatch(SetFinder.FINDER::walk);
      if (!innermost) {
        return super.onFuncExpr(node);
      }
      found.add(node);
      return new Slot(0, nextSlot++, node.type(), node.typmod(), 0);
    }
  }

  private static final class SetFinder extends ExpressionWalker {
    private static final SetFinder FINDER = new SetFinder();

    @Override
    public Boolean onFuncExpr(FuncExpr node) {
      return node.function().returnsSet() || super.onFuncExpr(node);
    }
  }
}
