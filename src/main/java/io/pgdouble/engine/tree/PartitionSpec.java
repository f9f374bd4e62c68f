package io.pgdouble.engine.tree;

import java.util.List;

/** PARTITION BY. */
public record PartitionSpec(
    PartitionStrategy strategy, List<PartitionElem> partParams, int location) implements Clause {}
