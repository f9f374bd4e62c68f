package io.pgdouble.engine.tree;

/** PARTITION BY. */
public enum PartitionStrategy {
  LIST,
  RANGE,
  HASH
}
