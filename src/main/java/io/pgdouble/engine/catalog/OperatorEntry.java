package io.pgdouble.engine.catalog;

/**
 * A row of {@code pg_operator}.
 *
 * @param left type of the left operand, 0 for a prefix operator
 * @param function OID of the function that computes it, 0 for a shell
 * @param negator OID of the negator, or 0
 * @param commutator OID of the commutator, or 0
 */
public record OperatorEntry(
    int oid,
    String name,
    String schema,
    int left,
    int right,
    int result,
    int function,
    int commutator,
    int negator,
    boolean canMerge,
    boolean canHash) {}
