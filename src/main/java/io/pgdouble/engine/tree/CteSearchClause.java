package io.pgdouble.engine.tree;

import java.util.List;

/** SEARCH of a recursive query. */
public record CteSearchClause(
    List<String> searchColumns, boolean breadthFirst, String sequenceColumn, int location)
    implements Clause {}
