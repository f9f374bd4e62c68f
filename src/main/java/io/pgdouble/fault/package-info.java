/**
 * What may go wrong on purpose, so that a driver can be seen to deal with it: one small file each.
 *
 * <p>In: how a frontend would be authenticated, or be answered. Out: the same, but wrong in one
 * known way. This room must not know connections, or who asks for a fault.
 *
 * <p>It has no counterpart in PostgreSQL. Begins with {@link io.pgdouble.fault.None}. Open first:
 * {@link io.pgdouble.fault.Faults}.
 */
package io.pgdouble.fault;
