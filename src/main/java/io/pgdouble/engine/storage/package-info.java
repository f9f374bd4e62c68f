/**
 * Rows in many versions: who made each, who ended it, and which of them a snapshot sees.
 *
 * <p>In: rows as arrays of values, transactions that begin and end, snapshots. Out: the rows a
 * snapshot sees, and what stands in the way of a change: a row that another has changed, a key that
 * is taken, a transaction to be waited for. Readers never wait. Used by many threads; what a
 * transaction has written is published by its commit. This room must not know types, expressions or
 * the catalog.
 *
 * <p>Counterpart in PostgreSQL: {@code access/heap}, {@code access/nbtree}, {@code
 * access/transam/varsup.c}, {@code utils/time/snapmgr.c}. Open first: {@link
 * io.pgdouble.engine.storage.Heap}.
 */
package io.pgdouble.engine.storage;
