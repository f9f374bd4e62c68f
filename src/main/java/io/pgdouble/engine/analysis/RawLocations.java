package io.pgdouble.engine.analysis;

import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AIndirection;
import io.pgdouble.engine.tree.BoolExpr;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.NullTest;
import io.pgdouble.engine.tree.TypeCast;
import java.util.List;

/** Where a raw expression starts ({@code exprLocation}). */
final class RawLocations {
  private RawLocations() {}

  static int of(Expr node) {
    if (node instanceof AExpr operator) {
      return leftmost(operator.location(), operator.lexpr().map(RawLocations::of).orElse(-1));
    }
    if (node instanceof TypeCast cast) {
      int type = cast.typeName().location();
      return leftmost(leftmost(of(cast.arg()), type), cast.location());
    }
    if (node instanceof FuncCall call) {
      return leftmost(call.location(), first(call.args()));
    }
    if (node instanceof BoolExpr bool) {
      return leftmost(bool.location(), first(bool.args()));
    }
    if (node instanceof NullTest test) {
      return leftmost(test.location(), of(test.arg()));
    }
    if (node instanceof CollateClause collate) {
      return collate.arg().map(RawLocations::of).orElse(-1);
    }
    return node instanceof AIndirection indirection ? of(indirection.arg()) : node.location();
  }

  private static int first(List<Expr> nodes) {
    return nodes.stream().mapToInt(RawLocations::of).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  private static int leftmost(int one, int other) {
    if (one < 0) {
      return other;
    }
    return other < 0 ? one : Math.min(one, other);
  }
}
