package io.pgdouble.engine.catalog;

/**
 * The default btree operator class of a type ({@code typcache.c}).
 *
 * @param comparison the three-way comparison
 */
public record Ordering(
    OperatorEntry less, OperatorEntry equal, OperatorEntry greater, ProcEntry comparison) {}
