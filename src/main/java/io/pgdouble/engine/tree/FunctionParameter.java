package io.pgdouble.engine.tree;

import java.util.Optional;

/** A parameter of a routine. */
public record FunctionParameter(
    Optional<String> name,
    TypeName argType,
    FunctionParameterMode mode,
    Optional<Expr> defexpr,
    int location)
    implements Clause {}
