package io.pgdouble.engine.tree;

import java.util.Optional;

/** A parameter of a routine. */
public record FunctionParameter(
    Optional<String> name, TypeName argType, FunctionParameterMode mode, Optional<Expr> defexpr)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
