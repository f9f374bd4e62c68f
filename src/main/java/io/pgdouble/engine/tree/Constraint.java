package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A table or column constraint; which parts are used depends on {@code contype}. */
public record Constraint(
    ConstrType contype,
    Optional<String> conname,
    Optional<Expr> rawExpr,
    List<String> keys,
    List<String> including,
    List<DefElem> options,
    ConstraintAttributes attributes,
    ConstraintDetails details,
    int location)
    implements Clause {}
