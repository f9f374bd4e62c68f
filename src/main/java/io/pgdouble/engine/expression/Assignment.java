package io.pgdouble.engine.expression;

/**
 * A value for a column.
 *
 * @param column its number
 */
public record Assignment(int column, Expression value) {}
