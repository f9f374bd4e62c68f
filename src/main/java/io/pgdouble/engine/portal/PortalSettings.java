package io.pgdouble.engine.portal;

/**
 * How a new portal comes into the world.
 *
 * @param options bits of {@link io.pgdouble.engine.tree.CursorOption}
 * @param subTransaction id of the level in which it is made
 * @param creationTime microseconds since 2000-01-01 UTC
 * @param visible whether {@code pg_cursors} shows it
 */
public record PortalSettings(int options, int subTransaction, long creationTime, boolean visible) {}
