package io.pgdouble.engine.catalog;

import java.util.Optional;

/**
 * A column of a relation.
 *
 * @param number from 1, in the order of the relation; negative for system columns
 * @param hasDefault {@code atthasdef}: a default, or what generates it
 * @param identity {@code a} always, {@code d} by default, or empty ({@code attidentity})
 * @param generated {@code s} stored, or empty ({@code attgenerated})
 * @param missing what rows have that were stored before the column was added ({@code
 *     attmissingval}), an array in its text form
 */
public record AttributeEntry(
    int number,
    String name,
    int type,
    int typmod,
    int collation,
    boolean notNull,
    boolean hasDefault,
    String identity,
    String generated,
    boolean dropped,
    Optional<String> missing) {}
