/**
 * Real frontends while servers come and go.
 *
 * <p>In: a scenario, in which servers crash, stop, recover and start again, and a frontend goes on
 * asking. It is played on doubles and on real servers that were put into the same moments. Out:
 * what the frontend saw, which must be the same on both. This room must not know which servers it
 * plays on.
 *
 * <p>Counterpart in PostgreSQL: {@code src/test/recovery}, {@code src/interfaces/libpq/t}. Open
 * first: {@link io.pgdouble.failover.Scenario}.
 */
package io.pgdouble.failover;
