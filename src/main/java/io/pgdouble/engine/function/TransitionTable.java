package io.pgdouble.engine.function;

import java.util.List;

/**
 * The rows of a statement under the name that a trigger has for them ({@code queryenvironment.h:
 * EphemeralNamedRelation}).
 *
 * @param relation OID of the table whose columns they have
 */
public record TransitionTable(String name, int relation, List<Object[]> rows) {}
