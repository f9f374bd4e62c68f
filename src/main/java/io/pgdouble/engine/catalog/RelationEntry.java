package io.pgdouble.engine.catalog;

import java.util.List;

/**
 * A relation that can stand in a FROM clause.
 *
 * @param kind {@code relkind}: r table, v view, …
 * @param rowType OID of its row type
 */
public record RelationEntry(
    int oid, String name, String schema, char kind, int rowType, List<AttributeEntry> attributes) {}
