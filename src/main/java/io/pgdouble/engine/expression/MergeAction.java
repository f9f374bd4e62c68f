package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * A WHEN clause of MERGE.
 *
 * @param matched whether it is for rows of the source that the target has
 * @param kind what is done; empty for DO NOTHING
 */
public record MergeAction(
    boolean matched,
    Optional<ModificationKind> kind,
    Optional<Expression> condition,
    List<Assignment> assignments) {}
