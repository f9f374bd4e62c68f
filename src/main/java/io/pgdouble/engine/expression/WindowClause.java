package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * A window that window functions of a query look through ({@code WindowClause}).
 *
 * @param name that the WINDOW clause gives it
 * @param copied the name of the window that this one was made from ({@code refname})
 * @param copiedOrder whether its order is that one's
 */
public record WindowClause(
    Optional<String> name,
    Optional<String> copied,
    boolean copiedOrder,
    List<SortClause> partition,
    List<SortClause> order,
    WindowFrame frame) {}
