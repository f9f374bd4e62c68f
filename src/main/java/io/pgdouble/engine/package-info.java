/**
 * Statements to results: what a backend does with SQL, and what it remembers between statements.
 *
 * <p>In: query strings and parameters, from whoever performs a session. Out: rows, command tags,
 * notices and {@link io.pgdouble.error.ReportedError}s. What the engine needs of the process and of
 * the server around it (clock, waiting, randomness, other backends) it declares as interfaces:
 * {@link io.pgdouble.engine.BackendHost}, {@link io.pgdouble.engine.EngineHost}. It must not know
 * messages, sockets or threads.
 *
 * <p>Counterpart in PostgreSQL: {@code parser} to {@code storage/lmgr}, {@code commands}, {@code
 * access/transam}. Open first: {@link io.pgdouble.engine.EngineHost}, then the rooms below.
 */
package io.pgdouble.engine;
