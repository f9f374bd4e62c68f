/**
 * How a frontend proves who it is.
 *
 * <p>In: the lines of {@code pg_hba.conf}, and the frontend's answers, as bodies whose meaning
 * depends on what was asked. Out: the next thing to ask, or that the frontend is accepted or
 * refused; or, on the frontend's side ({@link io.pgdouble.auth.FrontendLogin}), the answers. This
 * room must not know sockets, or what the frontend wants to do once it is accepted.
 *
 * <p>Counterpart in PostgreSQL: {@code libpq/auth.c}. Open first: {@link
 * io.pgdouble.auth.Authenticator}.
 */
package io.pgdouble.auth;
