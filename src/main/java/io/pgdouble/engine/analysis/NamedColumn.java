package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;

/**
 * A column by name.
 *
 * @param value what it stands for at the query level that owns it
 * @param originTable OID of the catalog relation it shows, 0 none
 * @param originColumn its number there, 0 none
 */
record NamedColumn(String name, Expression value, int originTable, int originColumn) {}
