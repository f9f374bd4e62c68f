/**
 * The lexer and the parser: a query string becomes raw parse trees, or PostgreSQL's own complaint.
 *
 * <p>In: a query string and the few settings that change its meaning. Out: {@link
 * io.pgdouble.engine.tree.RawStmt}s with the warnings met on the way, or a {@link
 * io.pgdouble.error.ReportedError} with the server's text and position. This room must not know
 * what exists in a database: like the server's raw parser it works in a failed transaction too.
 *
 * <p>Counterpart in PostgreSQL: {@code parser/scan.l}, {@code parser/gram.y}, {@code
 * parser/parser.c}. Open first: {@link io.pgdouble.engine.sql.Parser}.
 */
package io.pgdouble.engine.sql;
