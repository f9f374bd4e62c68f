package io.pgdouble.engine.tree;

/** One arm of CASE. */
public record CaseWhen(Expr expr, Expr result, int location) implements Clause {}
