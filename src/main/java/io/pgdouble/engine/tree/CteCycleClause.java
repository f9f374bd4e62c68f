package io.pgdouble.engine.tree;

import java.util.List;

/** CYCLE of a recursive query. */
public record CteCycleClause(
    List<String> cycleColumns,
    String markColumn,
    Expr markValue,
    Expr markDefault,
    String pathColumn,
    int location)
    implements Clause {}
