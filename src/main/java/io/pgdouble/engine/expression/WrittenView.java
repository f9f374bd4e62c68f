package io.pgdouble.engine.expression;

import io.pgdouble.engine.catalog.RelationEntry;

/**
 * A view that a statement writes through.
 *
 * @param read whether the statement also reads columns of the view that it names
 */
public record WrittenView(RelationEntry view, boolean read) {}
