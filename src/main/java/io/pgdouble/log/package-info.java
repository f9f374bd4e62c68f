/**
 * The server's log.
 *
 * <p>In: reports, with what is known of the process that has something to report. Out: the lines
 * PostgreSQL would write, {@code log_line_prefix} before each, to whoever reads them, and files in
 * each form that {@code log_destination} names. A thread of its own writes, and only where somebody
 * reads: no event loop waits for a console. This room must not know what a session or a connection
 * is.
 *
 * <p>Counterpart in PostgreSQL: {@code elog.c: send_message_to_server_log}, {@code syslogger.c}.
 * Open first: {@link io.pgdouble.log.ServerLog}.
 */
package io.pgdouble.log;
