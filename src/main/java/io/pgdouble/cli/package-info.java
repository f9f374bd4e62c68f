/**
 * The command line: the only room that prints.
 *
 * <p>In: arguments. Out: what a person reads on a terminal, and an exit status. Each command is one
 * class, named after it; {@link io.pgdouble.cli.Main} only lists them. Counterparts in PostgreSQL:
 * {@code postgres}, {@code pg_ctl}, {@code pg_regress}. Open first: {@link io.pgdouble.cli.Main}.
 */
package io.pgdouble.cli;
