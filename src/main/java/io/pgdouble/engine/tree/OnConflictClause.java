package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** ON CONFLICT. */
public record OnConflictClause(
    boolean doUpdate,
    Optional<InferClause> infer,
    List<ResTarget> targetList,
    Optional<Expr> whereClause,
    int location)
    implements Clause {}
