package io.pgdouble.engine.expression;

/**
 * A column of a join, as a query names it ({@code varnosyn}, {@code varattnosyn}).
 *
 * @param join the number of the join in its query
 * @param column from 1
 */
public record JoinReference(int join, int column) {}
