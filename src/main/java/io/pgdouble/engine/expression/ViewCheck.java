package io.pgdouble.engine.expression;

import io.pgdouble.engine.catalog.RelationEntry;
import java.util.Optional;

/**
 * What WITH CHECK OPTION asks of rows that are written through a view ({@code WithCheckOption}).
 *
 * @param condition the view's own; empty where it has none
 * @param cascaded whether the views beneath ask, too
 */
public record ViewCheck(RelationEntry view, Optional<Expression> condition, boolean cascaded) {}
