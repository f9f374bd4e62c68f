package io.pgdouble.engine.expression;

/** The body of an SQL function: an expression over its arguments as {@code $1} and so on. */
public record SqlBody(Expression expression) {}
