package io.pgdouble.engine.tree;

import java.util.List;

/**
 * Where an expression begins, for the position of an error ({@code nodeFuncs.c: exprLocation}): the
 * leftmost of its own location and those of the operands that may stand before it.
 */
public final class Locations {
  private Locations() {}

  /** The location, or {@link Node#UNKNOWN_LOCATION} where PostgreSQL knows none. */
  public static int of(Node node) {
    if (node instanceof AExpr e) {
      return e.lexpr().isPresent() ? leftmost(e.location(), of(e.lexpr().get())) : e.location();
    }
    if (node instanceof TypeCast e) {
      int arg = leftmost(of(e.arg()), e.typeName().location());
      return leftmost(arg, e.location());
    }
    if (node instanceof FuncCall e) {
      return leftmost(e.location(), of(e.args()));
    }
    if (node instanceof BoolExpr e) {
      return leftmost(e.location(), of(e.args()));
    }
    if (node instanceof NullTest e) {
      return leftmost(e.location(), of(e.arg()));
    }
    if (node instanceof BooleanTest e) {
      return leftmost(e.location(), of(e.arg()));
    }
    return ofRarer(node);
  }

  private static int ofRarer(Node node) {
    if (node instanceof SubLink e) {
      return e.testexpr().isPresent()
          ? leftmost(of(e.testexpr().get()), e.location())
          : e.location();
    }
    if (node instanceof CollateClause e) {
      return e.arg().isPresent() ? of(e.arg().get()) : e.location();
    }
    if (node instanceof XmlExpr e) {
      return leftmost(e.location(), of(e.args()));
    }
    if (node instanceof NamedArgExpr e) {
      return leftmost(e.location(), of(e.arg()));
    }
    if (node instanceof MultiAssignRef e) {
      return of(e.source());
    }
    if (node instanceof ExprList e) {
      return of(e.items());
    }
    if (node instanceof SortBy e) {
      return of(e.node());
    }
    return node.location();
  }

  /** The first known location among these. */
  public static int of(List<? extends Node> nodes) {
    for (Node node : nodes) {
      int location = of(node);
      if (location >= 0) {
        return location;
      }
    }
    return Node.UNKNOWN_LOCATION;
  }

  private static int leftmost(int one, int other) {
    if (one < 0) {
      return other;
    }
    return other < 0 ? one : Math.min(one, other);
  }
}
