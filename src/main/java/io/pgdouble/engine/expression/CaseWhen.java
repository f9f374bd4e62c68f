package io.pgdouble.engine.expression;

/** One {@code WHEN condition THEN result}; the condition is boolean. */
public record CaseWhen(Expression condition, Expression result) {}
