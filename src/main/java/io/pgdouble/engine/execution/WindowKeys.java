package io.pgdouble.engine.execution;

import java.util.Optional;

/**
 * What a window partitions and orders by.
 *
 * @param values the expressions, those of PARTITION BY first
 * @param sort the order of all; absent where rows come in it already
 * @param partition tells partitions apart
 * @param peers tells apart what ORDER BY does
 */
public record WindowKeys(
    Evaluator[] values, Optional<RowOrder> sort, RowOrder partition, RowOrder peers) {}
