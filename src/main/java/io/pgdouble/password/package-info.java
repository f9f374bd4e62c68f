/**
 * What is kept of passwords, and how they are proven.
 *
 * <p>In: passwords, salts and what the two sides of a SCRAM exchange said. Out: secrets as {@code
 * pg_authid} keeps them, and proofs and signatures. This room must not know messages, roles or
 * files: the server's side ({@code auth}), a frontend's ({@code relay}) and {@code CREATE ROLE}
 * ({@code engine}) compute with it.
 *
 * <p>Counterpart in PostgreSQL: {@code common/scram-common.c}, {@code common/md5_common.c}, {@code
 * common/saslprep.c}. Open first: {@link io.pgdouble.password.ScramSecret}.
 */
package io.pgdouble.password;
