/**
 * Who may act as whom: roles, their attributes and their memberships, as the catalogs tell.
 *
 * <p>In: the facts of a server, as a transaction sees them. Out: answers. It must not know
 * statements or sessions.
 *
 * <p>Counterpart in PostgreSQL: the second half of {@code utils/adt/acl.c}, {@code superuser.c}.
 * Open first: {@link io.pgdouble.engine.authorization.Membership}.
 */
package io.pgdouble.engine.authorization;
