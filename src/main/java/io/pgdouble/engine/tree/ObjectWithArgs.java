package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/**
 * A function, aggregate or operator with its argument types; an absent operand of an operator is
 * NONE.
 */
public record ObjectWithArgs(
    List<String> objname,
    List<Optional<TypeName>> objargs,
    List<FunctionParameter> objfuncargs,
    boolean argsUnspecified)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
