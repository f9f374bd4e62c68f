package io.pgdouble.engine.expression;

/**
 * A column as a RowDescription tells of it. Manual: {@code protocol-message-formats}.
 *
 * @param type what values are: of a domain, the type beneath it ({@code getBaseTypeAndTypmod})
 * @param length bytes of the type, negative for variable ones
 * @param table OID of the table whose column it is, 0 none
 * @param attribute number of that column, 0 none
 * @param declared the type as the query has it, which may be a domain
 */
public record OutputColumn(
    String name, int type, int typmod, int length, int table, int attribute, int declared) {

  /** The same with another type modifier. */
  public OutputColumn withTypmod(int other) {
    return new OutputColumn(name, type, other, length, table, attribute, declared);
  }
}
