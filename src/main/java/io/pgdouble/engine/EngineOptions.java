package io.pgdouble.engine;

import java.util.Map;

/**
 * How a server was set up: what {@code initdb} and {@code postgresql.conf} decide in a real one.
 *
 * @param major the profile, 14 to 18
 * @param superuser the bootstrap role, normally {@code postgres}
 * @param settings values that differ from the boot values, by the settings' names
 */
public record EngineOptions(int major, String superuser, Map<String, String> settings) {}
