package io.pgdouble.engine.execution;

/**
 * A row that windows look at.
 *
 * @param rows the current rows of the relations below
 * @param slots what steps below computed
 * @param keys what the window partitions and orders by
 */
record WindowRow(Object[][] rows, Object[] slots, Object[] keys) {}
