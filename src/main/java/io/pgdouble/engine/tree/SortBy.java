package io.pgdouble.engine.tree;

import java.util.List;

/** An ORDER BY item. */
public record SortBy(Expr node, SortByDir dir, SortByNulls nulls, List<String> useOp, int location)
    implements Clause {}
