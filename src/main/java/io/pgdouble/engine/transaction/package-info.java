/**
 * Transaction blocks: which statement begins, ends or fails one, savepoints included, and what a
 * frontend is told of it.
 *
 * <p>In: the start and end of every command, transaction statements, errors. Out: the state that
 * ReadyForQuery tells, PostgreSQL's warnings and errors, and calls to the {@link
 * io.pgdouble.engine.transaction.TransactionEvents participants} whose memory lives and dies with
 * transactions. This room must not know settings, portals or storage.
 *
 * <p>Counterpart in PostgreSQL: {@code access/transam/xact.c}. Open first: {@link
 * io.pgdouble.engine.transaction.TransactionBlock}.
 */
package io.pgdouble.engine.transaction;
