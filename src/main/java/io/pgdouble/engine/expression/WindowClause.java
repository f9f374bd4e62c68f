package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * A window that window functions of a query look through ({@code WindowClause}).
 *
 * @param name that the WINDOW clause gives it
 */
public record WindowClause(
    Optional<String> name, List<SortClause> partition, List<SortClause> order, WindowFrame frame) {}
