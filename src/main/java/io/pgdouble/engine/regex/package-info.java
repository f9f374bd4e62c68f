/**
 * PostgreSQL's regular expressions: its syntax, and its rules of which match is found and which
 * part of it a parenthesis catches (the longest or the shortest, as the first quantifier prefers).
 *
 * <p>In: a pattern, options, a text. Out: where the match and its parts are, or the server's
 * complaint about the pattern. What it does not simulate (back references, basic expressions) it
 * refuses.
 *
 * <p>This room must not know SQL functions or sessions.
 *
 * <p>Counterpart in PostgreSQL: {@code src/backend/regex}. Open first: {@link
 * io.pgdouble.engine.regex.Regex}.
 */
package io.pgdouble.engine.regex;
