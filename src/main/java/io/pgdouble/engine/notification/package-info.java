/**
 * LISTEN and NOTIFY: what a session wants to hear, what it has to tell when it commits, and the
 * queue between the sessions.
 *
 * <p>In: channels and payloads, ends of transactions. Out: notifications, in the order of the
 * commits, to those who listen in the same database. This room must not know messages, nor when a
 * frontend may be told. The queue is used by many threads.
 *
 * <p>Counterpart in PostgreSQL: {@code commands/async.c}. Open first: {@link
 * io.pgdouble.engine.notification.NotificationQueue}.
 */
package io.pgdouble.engine.notification;
