package io.pgdouble.engine.expression;

/**
 * A column as a RowDescription tells of it. Manual: {@code protocol-message-formats}.
 *
 * @param length bytes of the type, negative for variable ones
 * @param table OID of the table whose column it is, 0 none
 * @param attribute number of that column, 0 none
 */
public record OutputColumn(
    String name, int type, int typmod, int length, int table, int attribute) {}
