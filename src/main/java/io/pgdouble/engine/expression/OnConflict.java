package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * ON CONFLICT ({@code OnConflictExpr}).
 *
 * @param target the conflicts that count
 * @param update DO UPDATE, otherwise DO NOTHING
 * @param excluded index in the range table of the row that was proposed; −1 for DO NOTHING
 */
public record OnConflict(
    ConflictTarget target,
    boolean update,
    int excluded,
    List<Assignment> assignments,
    Optional<Expression> where) {}
