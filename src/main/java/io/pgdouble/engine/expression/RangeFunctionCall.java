package io.pgdouble.engine.expression;

/**
 * A function in a FROM clause.
 *
 * @param columns how many columns of the range it gives
 * @param row whether its values are rows that are spread over the columns
 */
public record RangeFunctionCall(Expression call, int columns, boolean row) {}
