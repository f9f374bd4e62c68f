package io.pgdouble.engine.tree;

import java.util.List;

/** WITH. */
public record WithClause(List<CommonTableExpr> ctes, boolean recursive, int location)
    implements Clause {}
