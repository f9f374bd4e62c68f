package io.pgdouble.engine;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A role's password as {@code pg_authid} has it.
 *
 * @param secret {@code rolpassword}; empty where it has none
 * @param validUntil {@code rolvaliduntil}: microseconds since 2000-01-01 00:00 UTC; empty for ever
 */
public record StoredPassword(Optional<String> secret, OptionalLong validUntil) {}
